import type { BlockKind } from '../model/document.ts'
import { item, type ProofItem } from './item.ts'
import type { Dialect } from './lexicon.ts'
import { titleCase } from './title-case.ts'

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
 * among spaced ones. The fewer are told; where both are as many nothing is.
 */
export function consistency(segments: readonly ProofSegment[], dialect: Dialect): readonly ConsistencyItem[] {
  return [...headings(segments), ...quotationMarks(segments), ...dashesOf(segments, dialect)]
}

function headings(segments: readonly ProofSegment[]): readonly ConsistencyItem[] {
  const all = segments
    .filter(({ kind }) => kind === 'heading')
    .map((row) => ({ row, ...titleCase(row.text) }))
    .filter(({ style }) => style !== 'neither')
  const titled = all.filter(({ style }) => style === 'title')
  if (all.length < 4 || titled.length * 2 <= all.length) return []
  return all
    .filter(({ style, row, title }) => style === 'sentence' && title !== row.text)
    .map(({ row, title }) => ({
      ...item('proof-title-case', 'note', row.text, { from: 0, to: row.text.length }, title),
      segment: row.segment,
    }))
}

interface Found {
  readonly row: ProofSegment
  readonly from: number
  readonly to: number
}

function found(segments: readonly ProofSegment[], pattern: RegExp): readonly Found[] {
  return segments.flatMap((row) =>
    [...row.text.matchAll(pattern)].map(({ 0: text, index: from }) => ({ row, from, to: from + text.length })),
  )
}

function quotationMarks(segments: readonly ProofSegment[]): readonly ConsistencyItem[] {
  const curly = found(segments, /[“”]/g)
  // A straight mark after a figure may mean inches.
  const straight = found(segments, /(?<!\d)"/g)
  if (curly.length === straight.length) return []
  const fewer = curly.length < straight.length ? curly : straight
  return fewer.map(({ row, from, to }) => {
    const opens = /^[\p{L}\p{N}]/u.test(row.text.slice(to)) && !/[\p{L}\p{N}.,!?]$/u.test(row.text.slice(0, from))
    const fix = fewer === curly ? '"' : opens ? '“' : '”'
    return { ...item('proof-quotes', 'note', row.text, { from, to }, fix), segment: row.segment }
  })
}

function dashesOf(segments: readonly ProofSegment[], dialect: Dialect): readonly ConsistencyItem[] {
  const spaced = found(segments, /(?<=[\p{L}\p{N},”’)]) [–—] (?=[\p{L}\p{N}“‘(])/gu)
  const closed = found(segments, /(?<=[\p{Ll}”’)])—(?=[\p{L}\p{N}“‘(])/gu)
  const hyphens = found(segments, /(?<=[\p{Ll},”’)]) - (?=[\p{Ll}“‘(])/gu)
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
    ...item('proof-dash', 'note', row.text, { from, to }, common),
    segment: row.segment,
  }))
}

/** The spaced dash as the document writes it most. */
function spacedDash(spaced: readonly Found[]): string {
  const long = spaced.filter(({ row, from }) => row.text[from + 1] === '—').length
  return long * 2 > spaced.length ? ' — ' : ' – '
}
