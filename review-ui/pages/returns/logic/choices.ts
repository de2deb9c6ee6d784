import type { Reply } from '../../../api.ts'

export type ReturnsLook = Reply<'lookAtReturns'>
export type ReturnedChange = ReturnsLook['changes'][number]

/** Whose edits are in a file: a name as the file has it, empty for those that are not tracked; and how many. */
export interface Author {
  readonly name: string
  readonly edits: number
}

/** What is decided about a name: its edits are taken as one's own, or are left out; null while that is open. */
export type Decision = 'mine' | 'leave' | null

/** The authors of a file in the order in which they first occur, those that are not tracked last. */
export function authorsOf(changes: readonly ReturnedChange[]): readonly Author[] {
  const counts = new Map<string, number>()
  for (const { type, authors } of changes) {
    if (type === 'confirm') continue
    for (const name of namesIn(authors)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const list = [...counts].map(([name, edits]): Author => ({ name, edits }))
  return [...list.filter(({ name }) => name !== ''), ...list.filter(({ name }) => name === '')]
}

function namesIn(authors: readonly string[]): readonly string[] {
  return authors.length === 0 ? [''] : authors
}

/** What is taken for granted: edits that name nobody, and those under one's own name, are one's own. */
export function decisionsAtFirst(authors: readonly Author[], me: string): ReadonlyMap<string, Decision> {
  return new Map(authors.map(({ name }) => [name, name === '' || name === me ? 'mine' : null]))
}

/** Whether a change is chosen before anybody has: not where both sides changed it, or where it brings an error. */
export function isChosenAtFirst({ type, errors }: ReturnedChange): boolean {
  return type === 'edit' && errors.length === 0
}

/** A change is taken if it is chosen and the edits of nobody who made it are left out. */
export function isTaken(
  change: ReturnedChange,
  chosen: ReadonlySet<string>,
  decisions: ReadonlyMap<string, Decision>,
): boolean {
  return chosen.has(change.segment) && namesIn(change.authors).every((name) => decisions.get(name) !== 'leave')
}

/** The address part that says what is taken beyond, and what is left of, what would be without it. */
export function takingOf(
  changes: readonly ReturnedChange[],
  taken: (change: ReturnedChange) => boolean,
  reviewer: string | null = null,
): { readonly over: string; readonly leave: string } {
  const edits = changes.filter(({ type }) => type !== 'confirm')
  const written = (list: readonly ReturnedChange[]) =>
    list.map(({ segment, version }) => `${segment}@${version}`).join(',')
  // Suggestions change nothing yet: all are taken but those left out.
  if (reviewer !== null) return { over: '', leave: written(edits.filter((change) => !taken(change))) }
  return {
    over: written(edits.filter((change) => taken(change) && !isChosenAtFirst(change))),
    leave: written(edits.filter((change) => !taken(change) && isChosenAtFirst(change))),
  }
}
