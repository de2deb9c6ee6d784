import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { BlockKind } from '../../../../src/model/document.ts'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { Figure } from '../../../../src/model/release.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { openPoints } from '../../../../src/review/gates.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import { saidOf } from '../../../background-checks/latest-findings.ts'
import type { Sentence } from '../../../background-checks/messages.ts'
import type { ReaderView } from '../../../background-checks/worker-client.ts'
import { useSession } from '../../../shell/session.tsx'
import type { Saving } from '../logic/autosave.ts'
import { type Look, lookOf } from '../logic/displayed-state.ts'
import { type Section, sectionsOf, segmentIdsOf } from '../logic/sections.ts'
import { changedSinceSigning } from '../logic/segment-filters.ts'
import type { Room, RoomView } from './room.ts'
import { bySeverity, type Checker, createChecker } from './segment-checker.ts'

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('outside a document')
  return room
}

export function useRoomView(): RoomView {
  const room = useRoom()
  return useSyncExternalStore(room.subscribe, room.view)
}

export function useSaving(segment: string): Saving | undefined {
  const { desk } = useRoom()
  return useSyncExternalStore(desk.subscribe, () => desk.saving(segment))
}

/** Something of what the reader beside the page has said; drawn anew only when that changes. */
export function useReader<T>(pick: (view: ReaderView) => T): T {
  const { reader } = useRoom()
  return useSyncExternalStore(reader.subscribe, () => pick(reader.view()))
}

/** One segment in its place in the document. */
export interface Row {
  readonly id: string
  /** Counts from 1 in reading order. */
  readonly number: number
  readonly kind: BlockKind
  readonly segment: SegmentState
  readonly look: Look
  /** What the checks say of it, without what is told already by its having no English. */
  readonly findings: readonly Finding[]
  /** Those of them that no waiver covers. */
  readonly standing: readonly Finding[]
  /** How many of those are errors, and errors or warnings. */
  readonly errors: number
  readonly counted: number
  /** The segment that follows in the same block. */
  readonly following?: string
}

/** The document as the page shows it, computed from what is stored. */
export interface Reading {
  readonly checker: Checker
  readonly sections: readonly Section[]
  readonly rows: readonly Row[]
  readonly byId: ReadonlyMap<string, Row>
  readonly changed: ReadonlySet<string>
  readonly all: readonly Finding[]
  readonly open: number
}

const rowCache = new WeakMap<SegmentState, Row>()

/** A row keeps its identity while nothing about it has changed, so that only changed rows are drawn anew. */
function keptRow(row: Row): Row {
  const known = rowCache.get(row.segment)
  const same =
    known !== undefined &&
    known.number === row.number &&
    known.following === row.following &&
    known.standing.length === row.standing.length &&
    known.findings.length === row.findings.length &&
    known.findings.every((finding, index) => finding === row.findings[index])
  if (same) return known
  rowCache.set(row.segment, row)
  return row
}

export function useReading({ state, terms, covered, words, staleness, singlePerson }: RoomView): Reading {
  const { session } = useSession()
  const { style } = session.workspace
  const { reader } = useRoom()
  const checker = useMemo(() => createChecker(terms, covered, style), [terms, covered, style])
  const sections = useMemo(() => sectionsOf(state.document.blocks), [state.document.blocks])
  const places = useMemo(
    () =>
      sections.flatMap((section) =>
        section.blocks.flatMap((block) => {
          const ids = segmentIdsOf({ ...section, blocks: [block] })
          return ids.map((id, index) => ({ id, kind: block.kind, following: ids[index + 1] }))
        }),
      ),
    [sections],
  )
  const sentences = useMemo(
    () => places.map(({ id, kind }) => sentenceOf(state.segments[id] as SegmentState, kind)),
    [places, state.segments],
  )
  useEffect(() => reader.readBy({ terms, words, style }), [reader, terms, words, style])
  useEffect(() => reader.readDocument(sentences), [reader, sentences])
  const document = useReader((view) => view.document)
  return useMemo(() => {
    const all: Finding[] = []
    const rows = places.map(({ id, kind, following }, index) => {
      const segment = state.segments[id] as SegmentState
      const said = saidOf(document, null, sentences[index] as Sentence)
      const own = bySeverity([...checker.findingsOf(segment, kind), ...saidKept(segment, said)])
      all.push(...own)
      const findings = own.filter(({ code }) => code !== 'target-empty')
      const standing = findings.filter((finding) => !waiverOf(segment, findingKey(finding), singlePerson))
      return keptRow({
        id,
        number: index + 1,
        kind,
        segment,
        look: lookOf(segment),
        findings,
        standing,
        errors: standing.filter(({ severity }) => severity === 'error').length,
        counted: standing.filter(({ severity }) => severity !== 'note').length,
        ...(following !== undefined && { following }),
      })
    })
    return {
      checker,
      sections,
      rows,
      byId: new Map(rows.map((row) => [row.id, row])),
      changed: changedSinceSigning(state, staleness),
      all,
      open: openPoints(state, all, differing(checker, rows, all), singlePerson).length,
    }
  }, [checker, sections, places, sentences, document, state, staleness, singlePerson])
}

/** A segment as the reader reads it, with other English where that is given: what is being typed. */
export function sentenceOf({ id, source, target }: SegmentState, kind: BlockKind, typed = plain(target)): Sentence {
  return { id, kind, source: plain(source), target: typed }
}

/** The figures of every segment in which some figure is not as the source has it: the checks have said so. */
function differing(checker: Checker, rows: readonly Row[], findings: readonly Finding[]): readonly Figure[] {
  const told = findings.filter(({ code }) => code === 'quantity-changed' || code === 'quantity-missing')
  const segments = new Set(told.map(({ segment }) => segment))
  return rows.flatMap(({ segment, kind }) => (segments.has(segment.id) ? checker.figuresOf(segment, kind) : []))
}

const saidCache = new WeakMap<SegmentState, readonly Finding[]>()

/** What is said of the same words again is the same, so that a row keeps its identity. */
function saidKept(segment: SegmentState, findings: readonly Finding[]): readonly Finding[] {
  const known = saidCache.get(segment)
  const keys = (list: readonly Finding[]) => list.map(findingKey).join()
  if (known !== undefined && keys(known) === keys(findings)) return known
  saidCache.set(segment, findings)
  return findings
}
