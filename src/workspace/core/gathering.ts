/**
 * Passes items on to `work` in the order in which they came: those that come while it works are gathered and go together,
 * `most` at a time. `work` answers for its items itself and does not throw.
 */
export function gathering<T>(most: number, work: (items: readonly T[]) => Promise<void>): (item: T) => void {
  const waiting: T[] = []
  let working = false

  async function workAll(): Promise<void> {
    while (waiting.length > 0) await work(waiting.splice(0, most))
    working = false
  }

  return (item) => {
    waiting.push(item)
    if (working) return
    working = true
    void workAll()
  }
}
