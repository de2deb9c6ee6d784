import { headingStyleOf, inTitleCase } from '../language/english/title-case.ts'
import type { BlockKind } from '../model/document.ts'
import type { Span } from '../model/finding.ts'
import type { Dialect } from '../model/house-style.ts'
import { atOnce, flatMapSteps, mapSteps, type Steps } from '../model/steps.ts'
import { type ProofItem, proofItem } from './proof-item.ts'
import { straightMarks } from './quotes.ts'

/** A segment as `consistency` reads it. */
export interface ProofSegment {
  readonly segment: string
  readonly kind: BlockKind
  readonly text: string
}

/** What is said of a segment because the rest of the document does otherwise. */
export type ConsistencyItem = ProofItem & { readonly segment: string }

/**
 * What takes the whole document to see: headings in title case where most are or in sentence case where most are,
 * straight quotation marks among curly ones or the reverse, spaced hyphens where dashes are used, and dashes closed up
 * among spaced ones. The fewer are told; where both are as many, the straight marks, since the curly ones were chosen.
 */
export function consistency(segments: readonly ProofSegment[], dialect: Dialect): readonly ConsistencyItem[] {
  return atOnce(consistencySteps(segments, dialect))
}

/** The same step by step. */
export function* consistencySteps(
  segments: readonly ProofSegment[],
  dialect: Dialect,
): Steps<readonly ConsistencyItem[]> {
  const items: readonly ConsistencyItem[][] = [
    yield* headings(segments),
    yield* quotationMarks(segments),
    yield* dashesOf(segments, dialect),
  ]
  return items.flat()
}

function* headings(segments: readonly ProofSegment[]): Steps<ConsistencyItem[]> {
  const rows = segments.filter(({ kind }) => kind === 'heading')
  const styles = yield* mapSteps(rows, (row) => ({ row, style: headingStyleOf(row.text) }))
  const all = styles.filter(({ style }) => style !== 'neither')
  const titled = all.filter(({ style }) => style === 'title')
  if (all.length < 4 || titled.length * 2 <= all.length) return []
  return yield* flatMapSteps(all, ({ row: { segment, text }, style }) => {
    const title = style === 'sentence' ? inTitleCase(text) : text
    if (title === text) return []
    return [{ ...proofItem('proof-title-case', 'note', text, { from: 0, to: text.length }, title), segment }]
  })
}

interface Place {
  readonly row: ProofSegment
  readonly from: number
  readonly to: number
}

function placesOf(segments: readonly ProofSegment[], pattern: RegExp): Steps<Place[]> {
  return flatMapSteps(segments, (row) =>
    [...row.text.matchAll(pattern)].map(({ 0: text, index: from }) => ({ row, from, to: from + text.length })),
  )
}

function* quotationMarks(segments: readonly ProofSegment[]): Steps<ConsistencyItem[]> {
  const curly = yield* placesOf(segments, /[“”]/g)
  const straight = yield* flatMapSteps(segments, (row) => straightMarks(row.text).map((mark) => ({ row, ...mark })))
  const itemAt = (row: ProofSegment, { from, to }: Span, fix: string) => ({
    ...proofItem('proof-quotes', 'note', row.text, { from, to }, fix),
    segment: row.segment,
  })
  if (curly.length === 0) return []
  return curly.length < straight.length
    ? yield* mapSteps(curly, ({ row, ...span }) => itemAt(row, span, '"'))
    : yield* mapSteps(straight, ({ row, opens, ...span }) => itemAt(row, span, opens ? '“' : '”'))
}

function* dashesOf(segments: readonly ProofSegment[], dialect: Dialect): Steps<ConsistencyItem[]> {
  const spaced = yield* placesOf(segments, /(?<=[\p{L}\p{N},”’)]) [–—] (?=[\p{L}\p{N}“‘(])/gu)
  const closed = yield* placesOf(segments, /(?<=[\p{Ll}”’)])—(?=[\p{L}\p{N}“‘(])/gu)
  const hyphens = yield* placesOf(segments, /(?<=[\p{Ll},”’)]) - (?=[\p{Ll}“‘(])/gu)
  if (spaced.length + closed.length === 0) return []
  const usual =
    spaced.length === closed.length
      ? dialect === 'american'
        ? '—'
        : ' – '
      : spaced.length > closed.length
        ? null
        : '—'
  const common = usual ?? spacedDash(spaced)
  const others = spaced.length === closed.length ? [] : spaced.length > closed.length ? closed : spaced
  return yield* mapSteps([...hyphens, ...others], ({ row, from, to }) => ({
    ...proofItem('proof-dash', 'note', row.text, { from, to }, common),
    segment: row.segment,
  }))
}

/** The spaced dash as the document writes it most. */
function spacedDash(spaced: readonly Place[]): string {
  const long = spaced.filter(({ row, from }) => row.text[from + 1] === '—').length
  return long * 2 > spaced.length ? ' — ' : ' – '
}
