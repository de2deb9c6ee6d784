import { comparable } from '../../../../src/language/text/fold.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { Staleness } from '../../../../src/model/signoff.ts'
import type { DocumentState, SegmentState } from '../../../../src/model/state.ts'
import type { Steps } from '../../../../src/model/steps.ts'
import { mentionsOf } from '../../../../src/review/mentions.ts'
import { openSuggestions } from '../../../../src/review/suggestions.ts'
import type { Row } from './row.ts'

export const filters = [
  'all',
  'todo',
  'open',
  'findings',
  'look',
  'returned',
  'mentioned',
  'suggestions',
  'mine',
  'changed',
] as const
export type Filter = (typeof filters)[number]

/** What the filters ask of a row. */
export type Filtered = Pick<Row, 'segment' | 'concerns' | 'looks' | 'open' | 'todo' | 'changed'>

/** `look`: where something is likely wrong, and not certain enough to warn of. `mine`: one's own words or confirmation are in it. */
export function passes(
  filter: Filter,
  { segment, concerns, looks, open, todo, changed }: Filtered,
  me: string,
): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'todo':
      return todo
    case 'open':
      return open
    case 'findings':
      return concerns > 0
    case 'look':
      return looks > 0
    case 'returned':
      return segment.returned !== undefined && segment.state === 'initial'
    case 'mentioned':
      return mentionsOf(segment, me).length > 0
    case 'suggestions':
      return openSuggestions(segment).length > 0
    case 'mine':
      return segment.authors.includes(me)
    case 'changed':
      return changed
  }
}

/** Tells of a segment whether it differs from what was signed: the server named it, or it was touched since. */
export function changedSinceSigning(
  signOff: DocumentState['signOff'],
  staleness: Staleness | null,
): (segment: SegmentState) => boolean {
  if (signOff === undefined) return () => false
  const signed = new Set(signOff.binding.segments.map(({ id }) => id))
  const stale = new Set(staleness?.segments ?? [])
  return ({ id, state, edited }) =>
    stale.has(id) || !signed.has(id) || state !== 'final' || (edited !== undefined && edited.at > signOff.at)
}

/** Text made the same for searching: as it is compared, and with signs that stand for letters or digits (㎡, ①) spelled out. */
function folded(text: string): string {
  return comparable(comparable(text).normalize('NFKC'))
}

const searchTexts = new WeakMap<SegmentState, string>()

/** Does what a search in these segments would have to do first, step by step. */
export function* prepareSearchSteps(rows: readonly Pick<Row, 'segment'>[]): Steps<void> {
  for (const { segment } of rows) {
    if (searchTexts.has(segment)) continue
    searchTextOf(segment)
    yield
  }
}

/** The Chinese and the English of a segment as searches look at them. */
function searchTextOf(segment: SegmentState): string {
  const known = searchTexts.get(segment)
  if (known !== undefined) return known
  const text = folded(`${plain(segment.source)}\n${plain(segment.target)}`)
  searchTexts.set(segment, text)
  return text
}

/** Tells of a segment whether its Chinese, its English or its number answers a search. */
export function searchFor(query: string): (segment: SegmentState, number: number) => boolean {
  const wanted = folded(query.trim())
  if (wanted === '') return () => true
  const wantedNumber = /^\d+$/.test(wanted) ? Number(wanted) : 0
  return (segment, number) => number === wantedNumber || searchTextOf(segment).includes(wanted)
}
