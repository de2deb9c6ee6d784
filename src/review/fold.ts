import { type Block, type Document, isSegment, segmentsOf } from '../model/document.ts'
import type { DocumentEvent, Entry } from '../model/event.ts'
import { expectDefined } from '../model/expect.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { SignOff } from '../model/signoff.ts'
import type { DocumentState, SegmentState, Stamp } from '../model/state.ts'
import { atOnce, type Steps } from '../model/steps.ts'
import { Table } from '../model/table.ts'
import { joinSegments, splitSegment } from '../segmentation/resegment.ts'
import { askedAnew, asking } from './asked-revisions.ts'
import { assignmentsAfter } from './assignments.ts'
import { touchesSigned } from './covered.ts'
import { joinedState, splitState } from './fold-cut.ts'
import { applyToSegment, freshSegment, withSource } from './fold-segment.ts'

/** The change that one event makes to a document; absent members stay as they are. */
interface Change {
  readonly document?: Document
  readonly segments?: readonly SegmentState[]
  /** Ids of segments. */
  readonly removed?: readonly string[]
  readonly tombstones?: DocumentState['tombstones']
  readonly releases?: DocumentState['releases']
  readonly signOff?: SignOff
  readonly signedFigures?: DocumentState['signedFigures']
  readonly touchedSinceSignOff?: boolean
}

/**
 * The document that these entries produce, beginning with its import; null for no entries. Throws for a journal that the
 * rules cannot have written: events of other journals, unknown segments, events of a newer version.
 */
export function foldDocument(entries: readonly Entry<DocumentEvent>[]): DocumentState | null {
  return advance(null, entries)
}

export function applyEntry(state: DocumentState | null, entry: Entry<DocumentEvent>): DocumentState {
  return expectDefined(advance(state, [entry]), 'the document after an entry')
}

/** Folds further entries into a state, without altering that state. */
export function advance(state: DocumentState | null, entries: readonly Entry<DocumentEvent>[]): DocumentState | null {
  return atOnce(advanceSteps(state, entries))
}

/** The same step by step: an import makes thousands of segments. */
export function* advanceSteps(
  state: DocumentState | null,
  entries: readonly Entry<DocumentEvent>[],
): Steps<DocumentState | null> {
  if (state !== null) return yield* foldInto(state, entries)
  const [first, ...rest] = entries
  return first === undefined ? null : yield* foldInto(yield* beginSteps(first), rest)
}

function* foldInto(begun: DocumentState, entries: readonly Entry<DocumentEvent>[]): Steps<DocumentState> {
  let segments = Table.from(begun.segments)
  let folded = begun
  for (const entry of entries) {
    const put = putOf(folded, entry)
    if (put !== null) {
      folded = { ...put, sequence: entry.sequence, head: entry.hash }
      continue
    }
    const { segments: changed = [], removed, ...change } = changeOf(folded, entry.event, stampOf(entry), entry.sequence)
    segments = segments.with(changed, removed)
    folded = { ...folded, ...change, segments, sequence: entry.sequence, head: entry.hash }
    yield
  }
  return folded
}

/** The document after an event that names, labels or moves it or gives or sends it to somebody, which no signature covers; null for all other events. */
function putOf(before: DocumentState, entry: Entry<DocumentEvent>): DocumentState | null {
  const { name, labels = [], archived, assignments = [], reviews = [], samples = [], ...state } = before
  const { event } = entry
  const putting = (
    put: Pick<DocumentState, 'name' | 'labels' | 'archived' | 'assignments' | 'reviews' | 'samples'>,
  ): DocumentState => ({
    ...state,
    ...(put.name && { name: put.name }),
    ...(put.labels && put.labels.length > 0 && { labels: put.labels }),
    ...(put.archived && { archived: put.archived }),
    ...(put.assignments && put.assignments.length > 0 && { assignments: put.assignments }),
    ...(put.reviews && put.reviews.length > 0 && { reviews: put.reviews }),
    ...(put.samples && put.samples.length > 0 && { samples: put.samples }),
  })
  const now = { ...(name && { name }), labels, ...(archived && { archived }), assignments, reviews, samples }
  switch (event.type) {
    case 'document-renamed':
      return putting({ ...now, name: event.name })
    case 'document-labelled':
      return putting({ ...now, labels: event.labels })
    case 'document-archived':
      return putting({ ...now, archived: stampOf(entry) })
    case 'document-restored': {
      const { archived: _, ...rest } = now
      return putting(rest)
    }
    case 'document-deleted':
      return { ...putting(now), deleted: stampOf(entry) }
    case 'review-sent':
      return putting({ ...now, reviews: [...reviews, { ...stampOf(entry), id: event.review, name: event.name }] })
    case 'work-assigned':
    case 'assignment-changed':
    case 'assignment-ended':
      return putting({ ...now, assignments: assignmentsAfter(assignments, event) })
    case 'revisions-asked':
      return event.segments === undefined ? asking(before, event.revisions) : null
    case 'sample-drawn':
      return putting({ ...now, samples: [...samples, { ...event.sample, ...stampOf(entry) }] })
    default:
      return null
  }
}

function stampOf({ by, at }: Entry): Stamp {
  return { by, at }
}

function* beginSteps(entry: Entry<DocumentEvent>): Steps<DocumentState> {
  const { event, sequence } = entry
  if (event.type !== 'document-imported') throw new Error(`entry ${sequence}: a document begins with its import`)
  const { document } = event
  return {
    document,
    imported: stampOf(entry),
    segments: yield* freshSegmentsSteps(document),
    tombstones: {},
    touchedSinceSignOff: false,
    releases: [],
    sequence,
    head: entry.hash,
  }
}

/** All segments of a document by their ids, as the import leaves them. */
function* freshSegmentsSteps({ blocks }: Document): Steps<Table<SegmentState>> {
  const segments: SegmentState[] = []
  for (const block of blocks) {
    for (const part of block.parts) {
      if (isSegment(part)) segments.push(freshSegment(part.id, block.id, part.source))
    }
    yield
  }
  return Table.of(segments)
}

function changeOf(state: DocumentState, event: DocumentEvent, stamp: Stamp, sequence: number): Change {
  const segment = (id: string): SegmentState => {
    const existing = state.segments.get(id)
    if (existing === undefined) throw new Error(`entry ${sequence}: there is no segment ${id}`)
    return existing
  }
  const signed = state.signOff !== undefined
  switch (event.type) {
    case 'document-imported':
      throw new Error(`entry ${sequence}: a document is imported once`)
    case 'segment-split': {
      const whole = segment(event.segment)
      const document = withBlock(state.document, whole.block, (block) =>
        sound(splitSegment(block, whole.id, event.at, event.into), sequence),
      )
      const [first, second] = event.into
      const parts = splitState(whole, [placed(document, first, sequence), placed(document, second, sequence)])
      return {
        document,
        segments: parts,
        removed: [whole.id],
        tombstones: { ...state.tombstones, [whole.id]: event.into },
        touchedSinceSignOff: signed,
      }
    }
    case 'segments-joined': {
      const [first, second] = [segment(event.segments[0]), segment(event.segments[1])]
      const document = withBlock(state.document, first.block, (block) =>
        sound(joinSegments(block, event.segments, event.into), sequence),
      )
      return {
        document,
        segments: [joinedState([first, second], placed(document, event.into, sequence))],
        removed: [first.id, second.id],
        tombstones: { ...state.tombstones, [first.id]: [event.into], [second.id]: [event.into] },
        touchedSinceSignOff: signed,
      }
    }
    case 'source-replaced':
      return { ...replacedBy(state, event), touchedSinceSignOff: signed }
    case 'revisions-asked':
      return { segments: (event.segments ?? []).map((id) => asking(segment(id), event.revisions)) }
    case 'document-signed':
      return {
        segments: [...state.segments.values()].map((reviewed) => ({ ...reviewed, state: 'final' })),
        signOff: event.signOff,
        signedFigures: event.figures,
        touchedSinceSignOff: false,
      }
    case 'document-released': {
      const { number, errata, signOff } = event.release
      const released = { ...stamp, number, errata: errata.length, signature: signOff.signature }
      return { releases: [...state.releases, released] }
    }
    case 'release-withdrawn': {
      const withdrawn = state.releases.find(({ number }) => number === event.number)
      if (withdrawn === undefined) throw new Error(`entry ${sequence}: there is no release ${event.number}`)
      return {
        releases: state.releases.map((release) => (release === withdrawn ? { ...release, withdrawn: stamp } : release)),
        // A signature ends with the release that it was published in: to publish the same text, somebody signs it anew.
        ...(state.signOff?.signature === withdrawn.signature && { touchedSinceSignOff: true }),
      }
    }
    default: {
      if (!('segment' in event)) throw new Error(`entry ${sequence} is no event of a document`)
      const changed = applyToSegment(segment(event.segment), event, stamp)
      return { segments: [changed], ...(touchesSigned(event) && { touchedSinceSignOff: signed }) }
    }
  }
}

/** The segments of a new version: those of the same text as they stand, the others fresh; tombstones for what is gone. */
function replacedBy(
  { segments, tombstones }: DocumentState,
  { document, made }: Extract<DocumentEvent, { readonly type: 'source-replaced' }>,
): Change {
  const next = new Map<string, SegmentState>()
  for (const { id: block, parts } of document.blocks) {
    for (const { id, source } of parts.filter(isSegment)) {
      const existing = segments.get(id)
      next.set(id, existing ? withSource(existing, block, source) : freshSegment(id, block, source))
    }
  }
  const removed = [...segments.keys()].filter((id) => !next.has(id))
  const successors = new Map<string, readonly string[]>(removed.map((id) => [id, []]))
  for (const [id, from] of Object.entries(made)) {
    const [fresh, was, known] = [next.get(id), segments.get(from), successors.get(from)]
    if (!fresh || !was || !known) continue
    successors.set(from, [...known, id])
    if (was.target.length > 0) next.set(id, { ...fresh, earlier: { source: was.source, target: was.target } })
  }
  const gone = Object.fromEntries(successors)
  const asked = askedAnew(document, next, segments, made)
  return { document, segments: [...asked.values()], removed, tombstones: { ...tombstones, ...gone } }
}

function withBlock(document: Document, id: string, change: (block: Block) => Block): Document {
  return { ...document, blocks: document.blocks.map((block) => (block.id === id ? change(block) : block)) }
}

function placed(document: Document, id: string, sequence: number) {
  const existing = segmentsOf(document).find((segment) => segment.id === id)
  if (existing === undefined) throw new Error(`entry ${sequence}: segment ${id} has no place in its block`)
  return existing
}

function sound<T>(value: T | Refusal, sequence: number): T {
  if (isRefusal(value)) throw new Error(`entry ${sequence} breaks the rules: ${value.code}`)
  return value
}
