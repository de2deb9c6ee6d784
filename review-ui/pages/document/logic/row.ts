import type { BlockKind } from '../../../../src/model/document.ts'
import { expectDefined } from '../../../../src/model/expect.ts'
import type { Finding } from '../../../../src/model/finding.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import type { DisplayedState } from './displayed-state.ts'

/** One segment in its place in the document. */
export interface Row {
  readonly id: string
  /** Counts from 1 in reading order. */
  readonly number: number
  readonly kind: BlockKind
  /** The index of its section. */
  readonly section: number
  readonly segment: SegmentState
  readonly look: DisplayedState
  /** Whether it was checked by itself as it stands: else there may be more findings. */
  readonly checked: boolean
  /** All that the checks say of it by now. */
  readonly all: readonly Finding[]
  /** The same without what its having no English says already. */
  readonly findings: readonly Finding[]
  /** Those of them that no waiver covers. */
  readonly unwaived: readonly Finding[]
  /** How many of those are errors, and errors or warnings. */
  readonly errors: number
  readonly concerns: number
  /** Places to look at first that nobody has reviewed or let stand: how much they count together (`attentionOf`). */
  readonly looks: number
  /** Whether something stands between it and a signature, and whether the reader may settle that. */
  readonly open: boolean
  readonly todo: boolean
  /** Whether it differs from what was signed. */
  readonly changed: boolean
  /** The segment that follows in the same block. */
  readonly following?: string
}

/** The index of the first of some rows in reading order that has this number or a later one. */
function placeOfNumber(rows: readonly Row[], number: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (expectDefined(rows[middle], 'a row in the middle').number < number) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of a row among rows in any order, found at once where that is the reading order; -1 if it is none of them. */
export function placeOfRow(rows: readonly Row[], { id, number }: Row): number {
  const place = placeOfNumber(rows, number)
  return rows[place]?.id === id ? place : rows.findIndex((row) => row.id === id)
}

/** Of some rows the one after a row or before it; for a row that is none of them, by the reading order. */
export function besideRow(rows: readonly Row[], row: Row, by: 1 | -1): Row | undefined {
  const place = placeOfRow(rows, row)
  if (place >= 0) return rows[place + by]
  return rows[by === 1 ? placeOfNumber(rows, row.number + 1) : placeOfNumber(rows, row.number) - 1]
}

/** The rows with this one among them, in reading order. */
export function withRow(rows: readonly Row[], row: Row | undefined): readonly Row[] {
  if (row === undefined) return rows
  const place = placeOfNumber(rows, row.number)
  return rows[place]?.number === row.number ? rows : rows.toSpliced(place, 0, row)
}
