import { segmentPlaces } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { plain } from '../../model/inline.ts'
import { documentOrigin, type MemoryPair } from '../../model/match.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import type { MemoryChange } from '../../ports/memory-host.ts'
import { segmentsNamed } from '../../review/segments.ts'

/** The pairs of a document's confirmed segments, each with its neighbours, in reading order. */
export function confirmedPairs(state: DocumentState): readonly MemoryPair[] {
  return segmentPlaces(state.document.blocks).segments.flatMap((_, place) => pairAt(state, place) ?? [])
}

/**
 * What entries changed of the pairs of a document, which they led from one state to the other. It looks at the segments
 * that they name, and at all of them only after a signature or a new version of the source.
 */
export function pairsChanged(
  entries: readonly Entry<DocumentEvent>[],
  before: DocumentState | null,
  after: DocumentState,
): MemoryChange {
  const removed: MemoryPair[] = []
  const added: MemoryPair[] = []
  const isOther = before?.document.blocks !== after.document.blocks || after.deleted !== undefined
  for (const id of segmentsLookedAt(entries, before, after)) {
    if (!isOther && isSame(before?.segments.get(id), after.segments.get(id))) continue
    const [then, now] = [before === null ? null : pairOf(before, id), pairOf(after, id)]
    if (isSamePair(then, now)) continue
    if (then !== null) removed.push(then)
    if (now !== null) added.push(now)
  }
  return { removed, added }
}

/** The segments whose pairs may be others. A split or join gives the neighbours of its place another context. */
function segmentsLookedAt(
  entries: readonly Entry<DocumentEvent>[],
  before: DocumentState | null,
  after: DocumentState,
): ReadonlySet<string> {
  const isOfAll = ({ event: { type } }: Entry<DocumentEvent>) =>
    type === 'document-signed' || type === 'source-replaced' || type === 'document-deleted'
  if (entries.some(isOfAll)) return new Set([...(before?.segments.keys() ?? []), ...after.segments.keys()])
  const looked = new Set(entries.flatMap(({ event }) => segmentsNamed(event)))
  if (before?.document.blocks === after.document.blocks) return looked
  for (const id of [...looked]) {
    for (const state of [before, after]) {
      if (state === null) continue
      const { segments, places } = segmentPlaces(state.document.blocks)
      const place = places.get(id)
      if (place === undefined) continue
      for (const neighbour of [segments[place - 1], segments[place + 1]]) if (neighbour) looked.add(neighbour.id)
    }
  }
  return looked
}

function pairOf(state: DocumentState, id: string): MemoryPair | null {
  const place = segmentPlaces(state.document.blocks).places.get(id)
  return place === undefined ? null : pairAt(state, place)
}

/** The pair of the segment at a place; null if nobody confirmed it, or its document was deleted. */
function pairAt(state: DocumentState, place: number): MemoryPair | null {
  const { segments } = segmentPlaces(state.document.blocks)
  const part = segments[place]
  const segment = part && state.segments.get(part.id)
  if (segment === undefined || segment.state === 'initial' || state.deleted) return null
  return {
    source: plain(part?.source ?? []),
    target: plain(segment.target),
    before: plain(segments[place - 1]?.source ?? []),
    after: plain(segments[place + 1]?.source ?? []),
    ...(segment.state === 'translated' && { unreviewed: true as const }),
    origin: documentOrigin(state.document.id),
  }
}

/** Whether two states of a segment that stands where it stood make the same pair, or none: a quick look. */
function isSame(segment: SegmentState | undefined, other: SegmentState | undefined): boolean {
  if (segment === other) return true
  return standingOf(segment) === standingOf(other) && segment?.target === other?.target
}

function standingOf(segment: SegmentState | undefined): 'none' | 'unreviewed' | 'approved' {
  if (segment === undefined || segment.state === 'initial') return 'none'
  return segment.state === 'translated' ? 'unreviewed' : 'approved'
}

function isSamePair(a: MemoryPair | null, b: MemoryPair | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.before === b.before &&
    a.after === b.after &&
    a.unreviewed === b.unreviewed
  )
}
