/**
 * Work that is done step by step: whoever runs it decides between two steps whether to go on, and the result comes with
 * the last. One step takes about a millisecond at most.
 */
export type Steps<T> = Generator<void, T>

/** Does all of it without looking up. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** What `list.map(work)` gives, each item in a step of its own. */
export function* mapSteps<T, R>(list: readonly T[], work: (item: T, index: number) => R): Steps<R[]> {
  const results: R[] = []
  for (const [index, item] of list.entries()) {
    results.push(work(item, index))
    yield
  }
  return results
}

/** What `list.flatMap(work)` gives, each item in a step of its own. */
export function* flatMapSteps<T, R>(list: readonly T[], work: (item: T, index: number) => readonly R[]): Steps<R[]> {
  const results: R[] = []
  for (const [index, item] of list.entries()) {
    for (const result of work(item, index)) results.push(result)
    yield
  }
  return results
}
