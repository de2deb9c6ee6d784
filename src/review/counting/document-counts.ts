import type { CountCell } from '../../model/counts.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { DocumentState } from '../../model/state.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import { advanceSteps } from '../fold.ts'
import { segmentsNamed } from '../segments.ts'
import { stepOf, timeBetween } from '../work-times.ts'
import { type CellTable, cellTable } from './cells.ts'
import type { MonthOf } from './month.ts'
import { assessmentKey, draftedBy, type MeasureEdit, sentenceCells, sizeOf } from './sentence.ts'

/** What counting needs of the world and of the office. */
export interface CountingOptions {
  readonly monthOf: MonthOf
  readonly measure: MeasureEdit
  readonly singlePerson: boolean
}

/** The counts of a document, and what it takes to go on counting at its next entry. */
export interface DocumentCounts {
  readonly cells: readonly CountCell[]
  /** The instant of the last step of each person, by what they did: `translated ann`. */
  readonly steps: Readonly<Record<string, string>>
  /** Who had confirmed the text that was assessed, by the assessment: its segment, who made it and when. */
  readonly assessed: Readonly<Record<string, string>>
  /** What the last signature and the last release count for: another one in the same month takes their place. */
  readonly last: Readonly<Record<'signed' | 'published', readonly CountCell[]>>
}

export const nothingCounted: DocumentCounts = {
  cells: [],
  steps: {},
  assessed: {},
  last: { signed: [], published: [] },
}

/** Counts, and the state of the document at the last entry that they are of. */
export interface Counted {
  readonly counts: DocumentCounts
  readonly state: DocumentState | null
}

export const notCounted: Counted = { counts: nothingCounted, state: null }

/** Counts the entries of a document, from its first or where `before` ends: in pieces as at once. */
export function countDocument(
  entries: readonly Entry<DocumentEvent>[],
  options: CountingOptions,
  before: Counted = notCounted,
): Counted {
  return atOnce(countSteps(entries, options, before))
}

/** The same step by step. */
export function* countSteps(
  entries: readonly Entry<DocumentEvent>[],
  options: CountingOptions,
  before: Counted,
): Steps<Counted> {
  const counter = openCounter(before.counts, options)
  let { state } = before
  for (const entry of entries) {
    const after: DocumentState | null = yield* advanceSteps(state, [entry])
    if (after !== null) yield* counter.addSteps(state, entry, after)
    state = after
    yield
  }
  return { counts: counter.counts(), state }
}

/** The counts after one more entry, where the states before and after it are known. */
export function countEntry(
  counts: DocumentCounts,
  options: CountingOptions,
  {
    before,
    entry,
    after,
  }: {
    readonly before: DocumentState | null
    readonly entry: Entry<DocumentEvent>
    readonly after: DocumentState
  },
): DocumentCounts {
  const counter = openCounter(counts, options)
  atOnce(counter.addSteps(before, entry, after))
  return counter.counts()
}

interface Counter {
  addSteps(before: DocumentState | null, entry: Entry<DocumentEvent>, after: DocumentState): Steps<void>
  counts(): DocumentCounts
}

function openCounter(from: DocumentCounts, options: CountingOptions): Counter {
  const table = cellTable(from.cells)
  const steps = new Map(Object.entries(from.steps))
  const assessed = new Map(Object.entries(from.assessed))
  let { last } = from

  /** In place of what the last signature or release of the month counts for. */
  function* replaceLast(step: keyof typeof last, entry: Entry<DocumentEvent>, state: DocumentState): Steps<void> {
    const month = options.monthOf(entry.at)
    const present = yield* wholeSteps(state, { month, person: entry.by, step })
    for (const { counts, ...place } of last[step]) if (place.month === month) table.add(place, counts, -1)
    for (const { counts, ...place } of present) table.add(place, counts)
    last = { ...last, [step]: present }
  }

  return {
    *addSteps(before, entry, after) {
      const { event } = entry
      if (event.type === 'segment-assessed') {
        const key = assessmentKey({ ...entry, segment: event.segment })
        if (!assessed.has(key)) assessed.set(key, before?.segments.get(event.segment)?.translated?.by ?? '')
      }
      addTime(table, steps, entry, after, options.monthOf)
      yield* addDone(table, before, entry, after, options.monthOf)
      if (event.type === 'document-signed') yield* replaceLast('signed', entry, after)
      if (event.type === 'document-released') yield* replaceLast('published', entry, after)
      const month = options.monthOf(entry.at)
      const ids = touched(event, before, after)
      for (const [state, sign] of [
        [before, -1],
        [after, 1],
      ] as const) {
        for (const id of ids) {
          const segment = state?.segments.get(id)
          if (segment === undefined) continue
          const ofText = (key: string) => assessed.get(key) ?? ''
          for (const { counts, ...place } of sentenceCells(segment, month, { ...options, ofText }))
            table.add(place, counts, sign)
          if (ids.length > 2) yield
        }
      }
    },
    counts: () => ({
      cells: table.cells(),
      steps: Object.fromEntries(steps),
      assessed: Object.fromEntries(assessed),
      last,
    }),
  }
}

/** The segments that an entry may have changed: a new version of the source may change all. */
function touched(event: DocumentEvent, before: DocumentState | null, after: DocumentState): readonly string[] {
  if (event.type !== 'source-replaced') return segmentsNamed(event)
  return [...new Set([...(before?.segments.keys() ?? []), ...after.segments.keys()])]
}

function addTime(
  table: CellTable,
  steps: Map<string, string>,
  entry: Entry<DocumentEvent>,
  after: DocumentState,
  monthOf: MonthOf,
): void {
  const step = stepOf(entry)
  if (step === null) return
  const { by, at, event } = entry
  const key = `${step.did} ${by}`
  const time = timeBetween(steps.get(key), at)
  steps.set(key, at)
  const segment = segmentsNamed(event)
    .map((id) => after.segments.get(id))
    .find((one) => one !== undefined)
  const place = { month: monthOf(at), engine: draftedBy(segment), person: by }
  const timed = time === null ? 0 : 1
  table.add(
    place,
    step.did === 'translated'
      ? { translatingSteps: 1, translatingTimed: timed, translatingMilliseconds: time ?? 0 }
      : { revisingSteps: 1, revisingTimed: timed, revisingMilliseconds: time ?? 0 },
  )
}

/** What is done once and for all: sentences that come in, drafts, and what is sent back. */
function* addDone(
  table: CellTable,
  before: DocumentState | null,
  { event, at, by }: Entry<DocumentEvent>,
  after: DocumentState,
  monthOf: MonthOf,
): Steps<void> {
  const month = monthOf(at)
  if (event.type === 'document-imported' || event.type === 'source-replaced') {
    for (const segment of after.segments.values()) {
      if (before?.segments.has(segment.id)) continue
      const { sentences, characters } = sizeOf(segment)
      const place = { month, engine: draftedBy(segment), person: by }
      table.add(place, { importedSentences: sentences, importedCharacters: characters })
      yield
    }
  } else if (event.type === 'segment-drafted' || event.type === 'segment-returned') {
    const segment = after.segments.get(event.segment)
    if (segment === undefined) return
    const { sentences, characters } = sizeOf(segment)
    table.add(
      { month, engine: draftedBy(segment), person: by },
      event.type === 'segment-drafted'
        ? { draftedSentences: sentences, draftedCharacters: characters }
        : { returnedSentences: sentences, returnedCharacters: characters },
    )
  }
}

/** All sentences of a document under one step, by who drafted them. */
function* wholeSteps(
  state: DocumentState,
  { month, person, step }: { readonly month: string; readonly person: string; readonly step: 'signed' | 'published' },
): Steps<readonly CountCell[]> {
  const table = cellTable([])
  for (const segment of state.segments.values()) {
    const { sentences, characters } = sizeOf(segment)
    const place = { month, engine: draftedBy(segment), person }
    table.add(
      place,
      step === 'signed'
        ? { signedSentences: sentences, signedCharacters: characters }
        : { publishedSentences: sentences, publishedCharacters: characters },
    )
    yield
  }
  return table.cells()
}
