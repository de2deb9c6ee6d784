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

/** What `list.toSorted(compare)` gives, merged piece by piece: equals keep their order. */
export function* sortSteps<T>(list: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const piece = 200
  let runs: (readonly T[])[] = []
  for (let at = 0; at < list.length; at += piece) {
    runs.push(list.slice(at, at + piece).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeSteps(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeSteps<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const merged: T[] = []
  const rest = b.values()
  let next = rest.next()
  for (const one of a) {
    for (; next.done !== true && compare(next.value, one) < 0; next = rest.next()) {
      merged.push(next.value)
      if (merged.length % 200 === 0) yield
    }
    merged.push(one)
    if (merged.length % 200 === 0) yield
  }
  for (; next.done !== true; next = rest.next()) {
    merged.push(next.value)
    if (merged.length % 200 === 0) yield
  }
  return merged
}
