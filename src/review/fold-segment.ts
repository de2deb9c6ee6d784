import type { Draft } from '../model/draft.ts'
import type { DocumentEvent } from '../model/event.ts'
import type { Inline } from '../model/inline.ts'
import type { SegmentState, Stamp } from '../model/state.ts'

/** Events that change one segment and leave its place and source alone. */
export type SegmentEvent =
  Extract<DocumentEvent, { readonly segment: string; readonly v: 1 }> extends infer E
    ? Exclude<E, { readonly type: 'segment-split' }>
    : never

export function freshSegment(id: string, block: string, source: Inline): SegmentState {
  return { id, block, source, target: [], state: 'initial', version: 0, authors: [], waivers: [], comments: [] }
}

/** Whether an event leaves the words of a segment, and who stands by them, alone: it collides with nobody who types. */
export function isBeside({ type }: DocumentEvent): boolean {
  return type === 'comment-added' || type === 'comment-resolved' || type === 'figures-confirmed'
}

/** A segment after an event that names it. */
export function applyToSegment(before: SegmentState, event: SegmentEvent, stamp: Stamp): SegmentState {
  const segment = { ...before, version: before.version + (isBeside(event) ? 0 : 1) }
  switch (event.type) {
    case 'segment-drafted': {
      const { edited: _edited, ...rest } = unconfirmed(segment)
      return { ...rest, draft: event.draft, target: event.draft.target, authors: [] }
    }
    case 'segment-edited':
      return {
        ...unconfirmed(segment),
        target: event.target,
        authors: withAuthor(segment.authors, stamp.by),
        edited: stamp,
      }
    case 'segment-translated': {
      const { returned: _returned, ...rest } = segment
      return { ...rest, state: 'translated', authors: withAuthor(segment.authors, stamp.by), translated: stamp }
    }
    case 'segment-revised':
      return { ...segment, state: 'reviewed', revised: stamp }
    case 'segment-returned':
      return { ...unconfirmed(segment), returned: { ...stamp, reason: event.reason } }
    case 'segment-reopened':
      return segment.state === 'translated' ? unconfirmed(segment) : unrevised(segment)
    case 'finding-waived': {
      const others = segment.waivers.filter((waiver) => waiver.finding !== event.finding)
      return { ...segment, waivers: [...others, { ...stamp, finding: event.finding, reason: event.reason }] }
    }
    case 'waiver-withdrawn': {
      // The revision may have rested on the waiver, so it has to be given again.
      const waivers = segment.waivers.filter((waiver) => waiver.finding !== event.finding)
      const standing = segment.state === 'reviewed' || segment.state === 'final' ? unrevised(segment) : segment
      return { ...standing, waivers }
    }
    case 'comment-added':
      return { ...segment, comments: [...segment.comments, { ...stamp, id: event.comment, text: event.text }] }
    case 'comment-resolved':
      return {
        ...segment,
        comments: segment.comments.map((comment) =>
          comment.id === event.comment ? { ...comment, resolved: stamp } : comment,
        ),
      }
    case 'figures-confirmed': {
      const others = segment.figuresConfirmed?.filter(({ by }) => by !== stamp.by) ?? []
      return { ...segment, figuresConfirmed: [...others, { ...stamp, figures: event.figures }] }
    }
  }
}

/**
 * The two parts of a split segment. The whole target stays with the first; the words that a person moves over were
 * still written by the same authors and begun by the same draft, so both keep those. Waivers and confirmed figures
 * lapse.
 */
export function splitState(
  segment: SegmentState,
  parts: readonly [{ id: string; source: Inline }, { id: string; source: Inline }],
): readonly [SegmentState, SegmentState] {
  const [first, second] = parts
  const common = { ...unconfirmed(segment), version: 1, waivers: [] }
  const { figuresConfirmed: _figures, ...kept } = common
  const { edited: _edited, returned: _returned, ...bare } = kept
  return [
    { ...kept, id: first.id, source: first.source },
    { ...bare, id: second.id, source: second.source, target: [], comments: [] },
  ]
}

/** Two segments as one: both targets with a space between, the authors of both, and the less trusted of the drafts. */
export function joinedState(
  [first, second]: readonly [SegmentState, SegmentState],
  into: { id: string; source: Inline },
): SegmentState {
  const draft = joinedDraft(first.draft, second.draft)
  const edited = later(first.edited, second.edited)
  const returned = later(first.returned, second.returned)
  return {
    ...freshSegment(into.id, first.block, into.source),
    target: joinedTarget(first.target, second.target),
    version: 1,
    authors: second.authors.reduce(withAuthor, first.authors),
    comments: [...first.comments, ...second.comments],
    ...(draft && { draft }),
    ...(edited && { edited }),
    ...(returned && { returned }),
  }
}

function joinedTarget(first: Inline, second: Inline): Inline {
  return first.length === 0 || second.length === 0 ? [...first, ...second] : [...first, ' ', ...second]
}

function joinedDraft(first: Draft | undefined, second: Draft | undefined): Draft | undefined {
  if (first === undefined || second === undefined) return first ?? second
  const lesser = trust(second) < trust(first) ? second : first
  return {
    ...lesser,
    target: joinedTarget(first.target, second.target),
    compliance: {
      asked: [...new Set([...first.compliance.asked, ...second.compliance.asked])],
      met: [...new Set([...first.compliance.met, ...second.compliance.met])],
    },
  }
}

/** A machine's words are trusted less than any the memory had; of those, by their score. */
function trust({ origin }: Draft): number {
  return origin.type === 'machine' ? -1 : origin.score
}

function later<S extends Stamp>(first: S | undefined, second: S | undefined): S | undefined {
  if (first === undefined || second === undefined) return first ?? second
  return first.at < second.at ? second : first
}

function withAuthor(authors: readonly string[], by: string): readonly string[] {
  return authors.includes(by) ? authors : [...authors, by]
}

/** Nobody stands by the present words. */
function unconfirmed(segment: SegmentState): SegmentState {
  const { translated: _translated, revised: _revised, ...rest } = segment
  return { ...rest, state: 'initial' }
}

/** The translator stands by the present words, no reviser does. */
function unrevised(segment: SegmentState): SegmentState {
  const { revised: _revised, ...rest } = segment
  return { ...rest, state: 'translated' }
}
