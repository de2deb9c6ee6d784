/** Whether there is a list of more than so many items in a value of plain data: it takes steps to read or write it. */
export function hasLongList(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.length > most || value.some((item) => hasLongList(item, most))
  return Object.values(value).some((member) => hasLongList(member, most))
}
