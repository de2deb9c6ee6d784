import { inlineTexts, type SegmentContext } from '../../checks/check.ts'
import { type Document, type SegmentPlaces, segmentPlaces } from '../../model/document.ts'
import { expectDefined } from '../../model/expect.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import { hasCodes, plain } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Steps } from '../../model/steps.ts'
import { Table } from '../../model/table.ts'
import type { TermOccurrence } from '../../model/term.ts'
import type { Recognition } from '../../terms/recognition/recognise.ts'

/** What the contexts of a document are made of beside its state. */
export interface ContextBasis {
  readonly recognition: (text: string) => Recognition
  readonly style: HouseStyle
}

/** The contexts of a document in reading order, and what they were made of. */
export interface DocumentContexts extends ContextBasis {
  readonly blocks: Document['blocks']
  readonly segments: DocumentState['segments']
  readonly list: readonly SegmentContext[]
}

/**
 * The contexts of a document; where nothing has changed, the very ones there were before. Those of all segments are made
 * a segment a step; where only segments have changed since, those alone are made.
 */
export function* contextSteps(
  state: DocumentState,
  basis: ContextBasis,
  before: DocumentContexts | undefined,
): Steps<DocumentContexts> {
  const { segments } = state
  const { blocks } = state.document
  const list = changedList(state, basis, before) ?? (yield* wholeList(state, basis, before))
  return { ...basis, blocks, segments, list }
}

/** The list before with what has changed since; null where more than segments has changed. */
function changedList(
  { document: { blocks }, segments }: DocumentState,
  basis: ContextBasis,
  before: DocumentContexts | undefined,
): readonly SegmentContext[] | null {
  if (before?.blocks !== blocks || before.recognition !== basis.recognition || before.style !== basis.style) return null
  if (before.segments === segments) return before.list
  const [now, then] = [segments, before.segments]
  const changed = now instanceof Table && then instanceof Table ? now.changedSince(then) : null
  if (changed === null) return null
  const order = segmentPlaces(blocks)
  let list: SegmentContext[] | undefined
  for (const { id } of changed) {
    const place = order.places.get(id)
    if (place === undefined) continue
    const last = before.list[place]
    const context = contextAt(order, place, segments, basis, last)
    if (context === last) continue
    list ??= [...before.list]
    list[place] = context
  }
  return list ?? before.list
}

function* wholeList(
  { document: { blocks }, segments }: DocumentState,
  basis: ContextBasis,
  before: DocumentContexts | undefined,
): Steps<readonly SegmentContext[]> {
  const known = new Map(before?.list.map((context) => [context.segment, context]))
  const order = segmentPlaces(blocks)
  const list: SegmentContext[] = []
  for (const [place, { id }] of order.segments.entries()) {
    list.push(contextAt(order, place, segments, basis, known.get(id)))
    yield
  }
  return list
}

/** The context of one segment of a document; undefined where it has no such segment. */
export function contextOf(
  { document: { blocks }, segments }: DocumentState,
  id: string,
  basis: ContextBasis,
): SegmentContext | undefined {
  const order = segmentPlaces(blocks)
  const place = order.places.get(id)
  return place === undefined ? undefined : contextAt(order, place, segments, basis, undefined)
}

/** The context of the segment at a place: the last one, if it is the same. */
function contextAt(
  { segments: order, kinds }: SegmentPlaces,
  place: number,
  segments: DocumentState['segments'],
  { recognition, style }: ContextBasis,
  last: SegmentContext | undefined,
): SegmentContext {
  const part = expectDefined(order[place], 'a segment')
  const kind = expectDefined(kinds[place], 'the kind of a block')
  const source = plain(part.source)
  const written = segments.get(part.id)?.target ?? []
  const target = plain(written)
  const terms = recognition(source).found
  const same =
    last?.source === source &&
    last.target === target &&
    last.kind === kind &&
    last.style === style &&
    (last.inline === undefined
      ? !hasCodes(written) && !hasCodes(part.source)
      : last.inline.target === written && last.inline.source === part.source) &&
    sameTerms(last.terms, terms)
  return same ? last : { segment: part.id, kind, source, target, terms, style, ...inlineTexts(part.source, written) }
}

export function sameContexts(a: readonly SegmentContext[], b: readonly SegmentContext[]): boolean {
  return a === b || (a.length === b.length && a.every((context, index) => context === b[index]))
}

function sameTerms(a: readonly TermOccurrence[], b: readonly TermOccurrence[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every(({ term, from, to }, index) => {
      const other = b[index]
      return other !== undefined && other.term === term && other.from === from && other.to === to
    })
  )
}
