/** Lets tasks of one name run one after the other, in the order in which they came. */
export interface Turns {
  take<T>(name: string, task: () => Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(name, task) {
      const before = last.get(name) ?? Promise.resolve()
      const mine = before.then(task)
      // Whoever waits next does so for the end, whatever it was.
      const ended = mine.then(
        () => undefined,
        () => undefined,
      )
      last.set(name, ended)
      ended.then(() => {
        if (last.get(name) === ended) last.delete(name)
      })
      return mine
    },
  }
}
