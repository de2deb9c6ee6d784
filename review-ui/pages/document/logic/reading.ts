import type { BlockKind } from '../../../../src/model/document.ts'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { Figure } from '../../../../src/model/release.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import type { Sentence } from '../../../background-checks/messages.ts'
import { type DisplayedState, displayedStateOf } from './displayed-state.ts'
import type { Repetitions } from './repetitions.ts'
import { type Section, segmentIdsOf } from './sections.ts'
import { bySeverity, type SegmentChecker } from './segment-checker.ts'

/** One segment in its place in the document. */
export interface Row {
  readonly id: string
  /** Counts from 1 in reading order. */
  readonly number: number
  readonly kind: BlockKind
  readonly segment: SegmentState
  readonly look: DisplayedState
  /** What the checks say of it, without what its having no English says already. */
  readonly findings: readonly Finding[]
  /** Those of them that no waiver covers. */
  readonly unwaived: readonly Finding[]
  /** How many of those are errors, and errors or warnings. */
  readonly errors: number
  readonly concerns: number
  /** The segment that follows in the same block. */
  readonly following?: string
}

/** The document as the page shows it, computed from what is stored. */
export interface Reading {
  readonly checker: SegmentChecker
  readonly sections: readonly Section[]
  readonly rows: readonly Row[]
  readonly byId: ReadonlyMap<string, Row>
  /** The segments that differ from what was signed. */
  readonly changed: ReadonlySet<string>
  /** Where the same Chinese stands more than once. */
  readonly repetitions: Repetitions
  readonly all: readonly Finding[]
  /** The sentences between which and a signature something stands, and those of them that the reader may settle. */
  readonly open: ReadonlySet<string>
  readonly todo: ReadonlySet<string>
}

/** Where a segment stands: the kind of its block, and the segment that follows in it. */
export interface RowPlace {
  readonly id: string
  readonly kind: BlockKind
  readonly following: string | undefined
}

export function rowPlacesOf(sections: readonly Section[]): readonly RowPlace[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      const ids = segmentIdsOf({ ...section, blocks: [block] })
      return ids.map((id, index) => ({ id, kind: block.kind, following: ids[index + 1] }))
    }),
  )
}

/** A segment as it is checked, with other English where that is given: what is being typed. */
export function sentenceOf({ id, source, target }: SegmentState, kind: BlockKind, typed = plain(target)): Sentence {
  return { id, kind, source: plain(source), target: typed }
}

/** A row and all that was found in it, before it is known who has let what stand. */
export function rowOf(
  { id, kind, following }: RowPlace,
  index: number,
  segment: SegmentState,
  {
    checker,
    background,
    singlePerson,
    isSigned,
  }: {
    readonly checker: SegmentChecker
    /** What the checks beside the page have found in it. */
    readonly background: readonly Finding[]
    readonly singlePerson: boolean
    readonly isSigned: boolean
  },
): { readonly row: Row; readonly all: readonly Finding[] } {
  const all = bySeverity([...checker.findingsOf(segment, kind), ...sameAsBefore(segment, background)])
  const findings = all.filter(({ code }) => code !== 'target-empty')
  const unwaived = findings.filter((finding) => !waiverOf(segment, findingKey(finding), singlePerson))
  const row = {
    id,
    number: index + 1,
    kind,
    segment,
    look: displayedStateOf(segment, isSigned),
    findings,
    unwaived,
    errors: unwaived.filter(({ severity }) => severity === 'error').length,
    concerns: unwaived.filter(({ severity }) => severity !== 'note').length,
    ...(following !== undefined && { following }),
  }
  return { row: sameRow(row), all }
}

/** The figures of every segment in which some figure is not as the source has it: the checks have said so. */
export function differingFigures(
  checker: SegmentChecker,
  rows: readonly Row[],
  findings: readonly Finding[],
): readonly Figure[] {
  const wrong = findings.filter(({ code }) => code === 'quantity-changed' || code === 'quantity-missing')
  const segments = new Set(wrong.map(({ segment }) => segment))
  return rows.flatMap(({ segment, kind }) => (segments.has(segment.id) ? checker.figuresOf(segment, kind) : []))
}

const rowCache = new WeakMap<SegmentState, Row>()

/** A row keeps its identity while nothing about it has changed, so that only changed rows are drawn anew. */
function sameRow(row: Row): Row {
  const known = rowCache.get(row.segment)
  const same =
    known !== undefined &&
    known.number === row.number &&
    known.look === row.look &&
    known.following === row.following &&
    known.unwaived.length === row.unwaived.length &&
    known.findings.length === row.findings.length &&
    known.findings.every((finding, index) => finding === row.findings[index])
  if (same) return known
  rowCache.set(row.segment, row)
  return row
}

const backgroundCache = new WeakMap<SegmentState, readonly Finding[]>()

/** What is found in the same words again is the same list, so that a row keeps its identity. */
function sameAsBefore(segment: SegmentState, findings: readonly Finding[]): readonly Finding[] {
  const known = backgroundCache.get(segment)
  const keys = (list: readonly Finding[]) => list.map(findingKey).join()
  if (known !== undefined && keys(known) === keys(findings)) return known
  backgroundCache.set(segment, findings)
  return findings
}
