import { headingStyleOf, inTitleCase } from '../language/english/title-case.ts'
import type { BlockKind } from '../model/document.ts'
import type { Span } from '../model/finding.ts'
import type { Dialect } from '../model/house-style.ts'
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
  return [...headings(segments), ...quotationMarks(segments), ...dashesOf(segments, dialect)]
}

function headings(segments: readonly ProofSegment[]): readonly ConsistencyItem[] {
  const all = segments
    .filter(({ kind }) => kind === 'heading')
    .map((row) => ({ row, style: headingStyleOf(row.text) }))
    .filter(({ style }) => style !== 'neither')
  const titled = all.filter(({ style }) => style === 'title')
  if (all.length < 4 || titled.length * 2 <= all.length) return []
  return all
    .filter(({ style }) => style === 'sentence')
    .map(({ row }) => ({ row, title: inTitleCase(row.text) }))
    .filter(({ row, title }) => title !== row.text)
    .map(({ row, title }) => ({
      ...proofItem('proof-title-case', 'note', row.text, { from: 0, to: row.text.length }, title),
      segment: row.segment,
    }))
}

interface Place {
  readonly row: ProofSegment
  readonly from: number
  readonly to: number
}

function placesOf(segments: readonly ProofSegment[], pattern: RegExp): readonly Place[] {
  return segments.flatMap((row) =>
    [...row.text.matchAll(pattern)].map(({ 0: text, index: from }) => ({ row, from, to: from + text.length })),
  )
}

function quotationMarks(segments: readonly ProofSegment[]): readonly ConsistencyItem[] {
  const curly = placesOf(segments, /[“”]/g)
  const straight = segments.flatMap((row) => straightMarks(row.text).map((mark) => ({ row, ...mark })))
  const itemAt = (row: ProofSegment, { from, to }: Span, fix: string) => ({
    ...proofItem('proof-quotes', 'note', row.text, { from, to }, fix),
    segment: row.segment,
  })
  if (curly.length === 0) return []
  return curly.length < straight.length
    ? curly.map(({ row, ...span }) => itemAt(row, span, '"'))
    : straight.map(({ row, opens, ...span }) => itemAt(row, span, opens ? '“' : '”'))
}

function dashesOf(segments: readonly ProofSegment[], dialect: Dialect): readonly ConsistencyItem[] {
  const spaced = placesOf(segments, /(?<=[\p{L}\p{N},”’)]) [–—] (?=[\p{L}\p{N}“‘(])/gu)
  const closed = placesOf(segments, /(?<=[\p{Ll}”’)])—(?=[\p{L}\p{N}“‘(])/gu)
  const hyphens = placesOf(segments, /(?<=[\p{Ll},”’)]) - (?=[\p{Ll}“‘(])/gu)
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
  return [...hyphens, ...others].map(({ row, from, to }) => ({
    ...proofItem('proof-dash', 'note', row.text, { from, to }, common),
    segment: row.segment,
  }))
}

/** The spaced dash as the document writes it most. */
function spacedDash(spaced: readonly Place[]): string {
  const long = spaced.filter(({ row, from }) => row.text[from + 1] === '—').length
  return long * 2 > spaced.length ? ' — ' : ' – '
}
