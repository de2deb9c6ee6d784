/** The members in which what was edited differs from what is saved. */
export function changesIn<T extends object>(saved: T, edits: Partial<T>): Partial<T> {
  const changed = Object.entries(edits).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(saved[name as keyof T]),
  )
  return Object.fromEntries(changed) as Partial<T>
}
