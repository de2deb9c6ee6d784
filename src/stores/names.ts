const segment = /^[a-z0-9-]+$/
const longest = 200

/**
 * Whether a text can name a journal: segments of a-z, 0-9 and `-`, separated by single slashes, at most 200 characters.
 * A name can therefore be a path in any store and never leads out of its folder.
 */
export function isJournalName(name: string): boolean {
  return name.length <= longest && name.split('/').every((part) => segment.test(part))
}

/** Throws a `RangeError` for a text that cannot name a journal. */
export function checkJournalName(name: string): void {
  if (!isJournalName(name)) throw new RangeError(`not a name for a journal: ${JSON.stringify(name.slice(0, longest))}`)
}

/** The journals that can be shortened: of what is told outside alone, which is no record of a review. */
export const shortened: ReadonlySet<string> = new Set(['outbox'])

/** Throws a `RangeError` for a journal that is never shortened. */
export function checkShortened(name: string): void {
  checkJournalName(name)
  if (!shortened.has(name)) throw new RangeError(`journal ${name} is never shortened`)
}
