import type { BlockKind } from '../../../../src/model/document.ts'
import type { Repetitions } from './repetitions.ts'
import type { Row } from './row.ts'
import { type Section, segmentIdsOf } from './sections.ts'
import type { SegmentChecker } from './segment-checker.ts'
import type { Tallies } from './tallies.ts'

/** The document as the page shows it, computed from what is stored. */
export interface Reading {
  readonly checker: SegmentChecker
  readonly sections: readonly Section[]
  readonly rows: readonly Row[]
  readonly byId: RowsById
  readonly tallies: Tallies
  readonly repetitions: Repetitions
}

export interface RowsById {
  get(id: string): Row | undefined
  has(id: string): boolean
}

/** Where a segment stands: its section by index, the kind of its block, and the segment that follows in it. */
export interface RowPlace {
  readonly id: string
  readonly section: number
  readonly kind: BlockKind
  readonly following: string | undefined
}

export function rowPlacesOf(sections: readonly Section[]): readonly RowPlace[] {
  return sections.flatMap(({ blocks }, section) =>
    blocks.flatMap((block) => {
      const ids = segmentIdsOf({ blocks: [block] })
      return ids.map((id, index) => ({ id, section, kind: block.kind, following: ids[index + 1] }))
    }),
  )
}
