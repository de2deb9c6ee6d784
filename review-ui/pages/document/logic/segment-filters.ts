import { comparable } from '../../../../src/language/text/fold.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { Staleness } from '../../../../src/model/signoff.ts'
import type { DocumentState, SegmentState } from '../../../../src/model/state.ts'

export const filters = ['all', 'todo', 'open', 'findings', 'returned', 'mine', 'changed'] as const
export type Filter = (typeof filters)[number]

/**
 * What the filters ask of a segment. `findings` are the errors and warnings that no waiver covers; `open`: something
 * stands between it and a signature; `todo`: the reader may settle it.
 */
export interface Filtered {
  readonly segment: SegmentState
  readonly findings: number
  readonly me: string
  readonly open: boolean
  readonly todo: boolean
  readonly changed: boolean
}

/** `mine`: one's own words or confirmation are in it. */
export function passes(filter: Filter, { segment, findings, me, open, todo, changed }: Filtered): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'todo':
      return todo
    case 'open':
      return open
    case 'findings':
      return findings > 0
    case 'returned':
      return segment.returned !== undefined && segment.state === 'initial'
    case 'mine':
      return segment.authors.includes(me)
    case 'changed':
      return changed
  }
}

/** The segments that differ from what was signed: those the server named, and those touched since. */
export function changedSinceSigning(state: DocumentState, staleness: Staleness | null): ReadonlySet<string> {
  const { signOff } = state
  if (signOff === undefined) return new Set()
  const signed = new Set(signOff.binding.segments.map(({ id }) => id))
  const touched = [...state.segments.values()].filter(
    ({ id, state: name, edited }) =>
      !signed.has(id) || name !== 'final' || (edited !== undefined && edited.at > signOff.at),
  )
  return new Set(
    [...(staleness?.segments ?? []), ...touched.map(({ id }) => id)].filter((id) => state.segments.has(id)),
  )
}

/** Text made the same for searching: as it is compared, and with signs that stand for letters or digits (㎡, ①) spelled out. */
function folded(text: string): string {
  return comparable(comparable(text).normalize('NFKC'))
}

/** Whether a search is answered by the Chinese or the English of a segment, or by its number. */
export function isFound(query: string, segment: SegmentState, number: number): boolean {
  const wanted = folded(query.trim())
  if (wanted === '') return true
  if (/^\d+$/.test(wanted) && Number(wanted) === number) return true
  return folded(plain(segment.source)).includes(wanted) || folded(plain(segment.target)).includes(wanted)
}
