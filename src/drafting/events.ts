/** Values in the order in which they were put in, for one reader that waits for the next. */
export interface EventQueue<T extends object> {
  put(value: T): void
  next(): Promise<T>
}

export function createEventQueue<T extends object>(): EventQueue<T> {
  const values: T[] = []
  let wake: (() => void) | undefined
  return {
    put(value) {
      values.push(value)
      wake?.()
    },
    async next() {
      for (;;) {
        const [first] = values.splice(0, 1)
        if (first !== undefined) return first
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
