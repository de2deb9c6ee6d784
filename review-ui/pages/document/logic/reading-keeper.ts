import { attentionOf } from '../../../../src/checks/attention.ts'
import { expectDefined } from '../../../../src/model/expect.ts'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import type { OfficeRules } from '../../../../src/model/office-steps.ts'
import type { Person } from '../../../../src/model/people.ts'
import type { Staleness } from '../../../../src/model/signoff.ts'
import type { DocumentState, SegmentState } from '../../../../src/model/state.ts'
import { Table } from '../../../../src/model/table.ts'
import type { Present } from '../../../../src/review/assignments.ts'
import { askedOfSegments } from '../../../../src/review/four-eyes.ts'
import { type OpenPoint, segmentPoints } from '../../../../src/review/gates.ts'
import { presentSegment } from '../../../../src/review/segments.ts'
import { givenTurns, isMineToDo, waitingOf } from '../../../../src/review/turns.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import {
  type BackgroundFindings,
  type CheckedAlone,
  type Compared,
  findingsNow,
  sameSentence,
} from '../../../background-checks/latest-findings.ts'
import { sentenceOf } from '../../../background-checks/sentence.ts'
import { displayedStateOf } from './displayed-state.ts'
import type { Reading, RowPlace } from './reading.ts'
import type { Repetitions } from './repetitions.ts'
import type { Row } from './row.ts'
import type { Section } from './sections.ts'
import { bySeverity, type SegmentChecker } from './segment-checker.ts'
import { changedSinceSigning } from './segment-filters.ts'
import { noTallies, type RowChange, tallied } from './tallies.ts'

/** What the reading of a document is made of. */
export interface ReadingInput {
  readonly state: DocumentState
  readonly staleness: Staleness | null
  readonly singlePerson: boolean
  readonly office: OfficeRules
  readonly people: Present
  readonly isSigned: boolean
  readonly me: Person
  readonly checker: SegmentChecker
  readonly background: Pick<BackgroundFindings, 'alone' | 'across' | 'rules'>
  readonly sections: readonly Section[]
  readonly places: readonly RowPlace[]
  readonly indexById: ReadonlyMap<string, number>
  readonly repetitions: Repetitions
}

/**
 * How many sentences the page checks by itself at once, if they are no more: when a document is opened those that are
 * confirmed, so that it opens where there is something to do; later those that have changed. The others are left to the
 * checks beside it.
 */
const mostChecked = { opening: 400, later: 24 } as const

/** What a row was made of, beside its place. */
interface RowSource {
  readonly segment: SegmentState
  readonly alone: CheckedAlone | undefined
  readonly across: Compared | undefined
}

interface LastReading {
  readonly input: ReadingInput
  readonly sources: readonly RowSource[]
  readonly reading: Reading
}

/**
 * Keeps the reading of one document: what has not changed since it was last read is neither checked, nor counted, nor
 * made anew. A reading that is the same is the very one before.
 */
export function createReadingKeeper(): (input: ReadingInput) => Reading {
  let last: LastReading | null = null
  return (input) => {
    last = last !== null && isSameDocument(last.input, input) ? readOn(last, input) : readAnew(last?.reading, input)
    return last.reading
  }
}

/** Whether two inputs differ in nothing but segments and what was found in them. */
function isSameDocument(a: ReadingInput, b: ReadingInput): boolean {
  return (
    a.places === b.places &&
    a.checker === b.checker &&
    a.staleness === b.staleness &&
    a.singlePerson === b.singlePerson &&
    a.office === b.office &&
    a.people === b.people &&
    a.state.assignments === b.state.assignments &&
    a.state.revisionsAsked === b.state.revisionsAsked &&
    a.isSigned === b.isSigned &&
    a.me === b.me &&
    a.repetitions === b.repetitions &&
    a.state.signOff === b.state.signOff
  )
}

function readAnew(before: Reading | undefined, input: ReadingInput): LastReading {
  const { places, sections, checker, repetitions, indexById, me } = input
  const sources = places.map(({ id }) => sourceOf(id, input))
  const confirmed = sources.filter(({ segment }) => segment.state !== 'initial')
  const checksConfirmed = confirmed.length <= mostChecked.opening
  const rowAt = rowMaker(input, ({ state }) => checksConfirmed && state !== 'initial')
  const rows = sources.map((source, index) => rowAt(index, source, before?.byId.get(source.segment.id)))
  const changes = rows.map((after) => ({ before: undefined, after }))
  const tallies = tallied(noTallies(sections.length), changes, me.id)
  return { input, sources, reading: { checker, sections, rows, byId: rowsById(rows, indexById), tallies, repetitions } }
}

function readOn({ input: was, sources: before, reading }: LastReading, input: ReadingInput): LastReading {
  if (was.state.segments === input.state.segments && was.background === input.background) {
    return { input, sources: before, reading }
  }
  const sources = [...before]
  const changed = placesToRead(was, input).filter((index) => {
    const source = expectDefined(before[index], 'what a row was made of')
    const now = sourceOf(source.segment.id, input, source)
    sources[index] = now
    return now !== source
  })
  if (changed.length === 0) return { input, sources: before, reading }
  const rowAt = rowMaker(input, () => changed.length <= mostChecked.later)
  const rows = [...reading.rows]
  const changes: RowChange[] = []
  for (const index of changed) {
    const known = expectDefined(rows[index], 'a row at its place')
    const row = rowAt(index, expectDefined(sources[index], 'what a row is made of'), known)
    if (row === known) continue
    rows[index] = row
    changes.push({ before: known, after: row })
  }
  if (changes.length === 0) return { input, sources, reading }
  const tallies = tallied(reading.tallies, changes, input.me.id)
  return { input, sources, reading: { ...reading, rows, byId: rowsById(rows, input.indexById), tallies } }
}

/** Where something may have changed, in order. */
function placesToRead(was: ReadingInput, { state, background, places, indexById }: ReadingInput): readonly number[] {
  const changes = [
    Table.from(state.segments).changedSince(Table.from(was.state.segments)),
    background.alone.changedSince(was.background.alone),
    background.across.changedSince(was.background.across),
  ]
  if (changes.includes(null)) return places.map((_, index) => index)
  const changed = new Set(changes.flatMap((rows) => (rows ?? []).flatMap(({ id }) => indexById.get(id) ?? [])))
  return [...changed].sort((a, b) => a - b)
}

function rowsById(rows: readonly Row[], indexById: ReadonlyMap<string, number>): Reading['byId'] {
  return { get: (id) => rows[indexById.get(id) ?? -1], has: (id) => indexById.has(id) }
}

/** What a row is made of now; what it was made of before, where that is the same. */
function sourceOf(id: string, { state, background }: ReadingInput, before?: RowSource): RowSource {
  const segment = presentSegment(state, id)
  const [alone, across] = [background.alone.get(id), background.across.get(id)]
  return before?.segment === segment && before.alone === alone && before.across === across
    ? before
    : { segment, alone, across }
}

/** Makes rows. `mayCheck`: whether the page checks a sentence that the checks beside it have not come to. */
function rowMaker(input: ReadingInput, mayCheck: (segment: SegmentState) => boolean) {
  const { places, checker, background, singlePerson, isSigned, me, state, staleness } = input
  const { people, office } = input
  const asked = askedOfSegments(state, { singlePerson, steps: office.steps, signed: isSigned })
  const today = { people: { ...people, singlePerson }, today: office.today }
  const isMine = (segment: SegmentState, points: readonly OpenPoint[]) =>
    isMineToDo(waitingOf(points), segment, givenTurns(state, segment.id, office.steps), me, today)
  const isChanged = changedSinceSigning(state.signOff, staleness)
  return (index: number, { segment, alone, across }: RowSource, known: Row | undefined): Row => {
    const { id, section, kind, following } = expectDefined(places[index], 'the place of a row')
    const sentence = alone || across ? sentenceOf(segment, kind) : null
    const isExact = alone && sentence && alone.rules === background.rules && sameSentence(alone.sentence, sentence)
    const exact =
      checker.computedFindingsOf(segment) ??
      (isExact ? alone.segment : mayCheck(segment) ? checker.findingsOf(segment, kind) : undefined)
    const before = () => (alone && sentence ? findingsNow({ ...alone, findings: alone.segment }, sentence) : [])
    const beside =
      sentence === null
        ? []
        : [...findingsNow(alone && { ...alone, findings: alone.proof }, sentence), ...findingsNow(across, sentence)]
    const all = bySeverity([...(exact ?? before()), ...beside])
    const findings = all.filter(({ code }) => code !== 'target-empty')
    const unwaived = findings.filter((finding) => !waiverOf(segment, findingKey(finding), singlePerson))
    const hasOtherFigures = all.some(({ code }) => code === 'quantity-changed' || code === 'quantity-missing')
    const figures = hasOtherFigures ? checker.figuresOf(segment, kind) : []
    const points = segmentPoints(segment, all, figures, asked)
    const open = points.length > 0
    const row: Row = {
      id,
      number: index + 1,
      kind,
      section,
      segment,
      look: displayedStateOf(segment, isSigned),
      checked: exact !== undefined,
      all,
      findings,
      unwaived,
      errors: unwaived.filter(({ severity }) => severity === 'error').length,
      concerns: unwaived.filter(({ severity }) => severity !== 'note').length,
      looks: segment.state === 'reviewed' || segment.state === 'final' ? 0 : attentionOf(unwaived),
      open,
      todo: open && isMine(segment, points),
      changed: isChanged(segment),
      ...(following !== undefined && { following }),
    }
    return known !== undefined && sameRow(known, row) ? known : row
  }
}

/** Whether nothing about a row has changed: it keeps its identity, so that only changed rows are drawn anew. */
function sameRow(a: Row, b: Row): boolean {
  return (
    a.segment === b.segment &&
    a.number === b.number &&
    a.section === b.section &&
    a.look === b.look &&
    a.checked === b.checked &&
    a.following === b.following &&
    a.open === b.open &&
    a.todo === b.todo &&
    a.changed === b.changed &&
    a.unwaived.length === b.unwaived.length &&
    a.all.length === b.all.length &&
    a.all.every((finding, index) => sameFinding(finding, expectDefined(b.all[index], 'a finding')))
  )
}

function sameFinding(a: Finding, b: Finding): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
