import type { DocumentEvent } from '../model/event.ts'
import type { Inline } from '../model/inline.ts'
import type { Assessment, Issue, JudgedText } from '../model/quality.ts'
import type { BeforeEdit, Rewording, SegmentState, Stamp, Suggestion, Waiver } from '../model/state.ts'
import { editedBy, takenAmong, takenBy, writtenBy } from './authorship.ts'
import { sameInline } from './text.ts'

/** Events that change one segment but neither its place nor its source. */
export type SegmentEvent =
  Extract<DocumentEvent, { readonly segment: string }> extends infer E
    ? Exclude<E, { readonly type: 'segment-split' }>
    : never

export function freshSegment(id: string, block: string, source: Inline): SegmentState {
  return { id, block, source, target: [], state: 'initial', version: 0, authors: [], waivers: [], comments: [] }
}

/**
 * The segment in a new version of the source, which has the same text: in another place, and perhaps with other codes.
 * Then its English is to be confirmed anew.
 */
export function withSource(segment: SegmentState, block: string, source: Inline): SegmentState {
  if (sameInline(segment.source, source)) return { ...segment, block }
  return { ...unconfirmed(settled(segment)), block, source, waivers: [], version: segment.version + 1 }
}

/** Events that change neither the text of a segment nor who confirmed it, so that they never conflict with an edit. */
const besideTypes = [
  'comment-added',
  'comment-resolved',
  'suggestion-made',
  'suggestion-left',
  'figures-confirmed',
  'segment-undrafted',
  'issue-marked',
  'issue-removed',
  'segment-assessed',
  'assessment-withdrawn',
] as const
type BesideEvent = Extract<SegmentEvent, { readonly type: (typeof besideTypes)[number] }>

export function isBeside(event: DocumentEvent): event is BesideEvent {
  return besideTypes.some((type) => type === event.type)
}

/** The segment after an event about it. */
export function applyToSegment(before: SegmentState, event: SegmentEvent, stamp: Stamp): SegmentState {
  if (isBeside(event)) return applyBeside(before, event, stamp)
  return withOwnJudgements(applyToText(before, event, stamp))
}

/** The segment after an event that counts as a version of it. */
function applyToText(before: SegmentState, event: Exclude<SegmentEvent, BesideEvent>, stamp: Stamp): SegmentState {
  const segment = settled({ ...before, version: before.version + 1 })
  switch (event.type) {
    case 'segment-drafted': {
      const { edited: _edited, ...rest } = unwritten(segment)
      return { ...rest, draft: event.draft, target: event.draft.target }
    }
    case 'draft-discarded': {
      const { draft: _draft, edited: _edited, ...rest } = unwritten(segment)
      return { ...rest, target: [] }
    }
    case 'segment-edited': {
      const edited = { ...unwritten(segment), ...wordingOf(segment, event, stamp), edited: stamp }
      return event.act === undefined ? edited : { ...edited, replaced: { act: event.act, before: beforeEdit(segment) } }
    }
    case 'edit-undone':
      return before.replaced ? { ...before.replaced.before, ...besideEdits(segment) } : segment
    case 'segment-translated': {
      const { returned: _returned, ...rest } = segment
      return { ...rest, state: 'translated', authors: withAuthor(segment.authors, stamp.by), translated: stamp }
    }
    case 'segment-propagated': {
      const { target, authors, from } = event
      const propagated = { from, before: before.target }
      const written = writtenBy(target, authors)
      const wording = { target, written, authors, ...takenAmong(authors, event.taken ?? []) }
      return { ...unwritten(segment), ...wording, state: 'translated', translated: stamp, propagated }
    }
    case 'propagation-undone':
      return before.propagated ? { ...unwritten(segment), target: before.propagated.before } : segment
    case 'segment-revised': {
      const { accepted: _accepted, revisedAgain: _again, ...rest } = segment
      return { ...rest, state: 'reviewed', revised: stamp }
    }
    case 'segment-revised-again':
      return { ...segment, revisedAgain: [...(segment.revisedAgain ?? []), stamp] }
    case 'wording-accepted':
      return accepted(segment, event.reviser, stamp)
    case 'segment-returned':
      return { ...unconfirmed(segment), returned: { ...stamp, reason: event.reason } }
    case 'segment-reopened':
      return segment.state === 'translated' ? unconfirmed(segment) : withoutRevisionBy(segment, stamp.by)
    case 'finding-waived': {
      const others = segment.waivers.filter((waiver) => waiver.finding !== event.finding)
      const waiver: Waiver = { ...stamp, finding: event.finding, reason: event.reason }
      return { ...segment, waivers: [...others, event.v === 1 ? { ...waiver, unbound: 'same-text' } : waiver] }
    }
    case 'waiver-withdrawn': {
      // The revision may have relied on the waiver, so it has to be repeated.
      const waivers = segment.waivers.filter((waiver) => waiver.finding !== event.finding)
      const standing = segment.state === 'reviewed' || segment.state === 'final' ? unrevised(segment) : segment
      return { ...standing, waivers }
    }
  }
}

/** The segment after an event beside its text. */
function applyBeside(segment: SegmentState, event: BesideEvent, stamp: Stamp): SegmentState {
  switch (event.type) {
    case 'segment-undrafted':
      return { ...segment, undrafted: event.reason }
    case 'comment-added':
      return {
        ...segment,
        comments: [
          ...segment.comments,
          {
            ...stamp,
            id: event.comment,
            text: event.text,
            ...(event.blocking && { blocking: true }),
            ...(event.on && { on: event.on }),
            ...(event.mentions && { mentions: event.mentions }),
          },
        ],
      }
    case 'comment-resolved':
      return {
        ...segment,
        comments: segment.comments.map((comment) =>
          comment.id === event.comment
            ? { ...comment, resolved: { ...stamp, ...(event.reason !== undefined && { reason: event.reason }) } }
            : comment,
        ),
      }
    case 'suggestion-made': {
      const { suggestion: id, target, text, outside } = event
      const { source, target: present, suggestions = [] } = segment
      const made: Suggestion = {
        ...stamp,
        id,
        target,
        of: { source, target: outside?.target ?? present },
        ...(outside && { review: outside.review }),
        ...(text !== undefined && { text }),
      }
      return { ...segment, suggestions: [...suggestions, made] }
    }
    case 'suggestion-left': {
      const { suggestion: id, reason } = event
      const settled = { ...stamp, how: 'left', ...(reason !== undefined && { reason }) } as const
      return { ...segment, ...settledSuggestions(segment, [id], settled) }
    }
    case 'issue-marked':
    case 'issue-removed':
    case 'segment-assessed':
    case 'assessment-withdrawn':
      return applyJudgement(segment, event, stamp)
    case 'figures-confirmed': {
      const others = segment.figuresConfirmed?.filter(({ by }) => by !== stamp.by) ?? []
      return { ...segment, figuresConfirmed: [...others, { ...stamp, figures: event.figures }] }
    }
  }
}

type JudgementEvent = Extract<
  BesideEvent,
  { readonly type: 'issue-marked' | 'issue-removed' | 'segment-assessed' | 'assessment-withdrawn' }
>

/** The segment after somebody judged it, or took that back; what is then of nobody is absent. */
function applyJudgement(segment: SegmentState, event: JudgementEvent, stamp: Stamp): SegmentState {
  const { source, target, authors, issues = [], assessments = [] } = segment
  const own = authors.includes(stamp.by) && { own: true as const }
  const judgement = { ...stamp, segment: segment.id, of: { source, target }, ...own }
  switch (event.type) {
    case 'issue-marked': {
      const { issue: id, category, severity, text, on } = event
      const said = { ...(text !== undefined && { text }), ...(on && { on }) }
      return { ...segment, issues: [...issues, { ...judgement, id, category, severity, ...said }] }
    }
    case 'issue-removed':
      return withJudgements(segment, { issues: issues.filter(({ id }) => id !== event.issue), assessments })
    case 'segment-assessed':
      return { ...segment, assessments: [...assessments, judgement] }
    case 'assessment-withdrawn': {
      const last = assessments.findLastIndex(({ by }) => by === stamp.by)
      return withJudgements(segment, { issues, assessments: assessments.filter((_one, at) => at !== last) })
    }
  }
}

function withJudgements(
  { issues: _issues, assessments: _assessments, ...rest }: SegmentState,
  { issues, assessments }: { readonly issues: readonly Issue[]; readonly assessments: readonly Assessment[] },
): SegmentState {
  return { ...rest, ...(issues.length > 0 && { issues }), ...(assessments.length > 0 && { assessments }) }
}

/** The segment with what its authors judged of this very text marked as their own: it counts no more. */
function withOwnJudgements(segment: SegmentState): SegmentState {
  const { issues, assessments, authors } = segment
  if (issues === undefined && assessments === undefined) return segment
  const marked = <J extends Issue | Assessment>(judgement: J): J =>
    authors.includes(judgement.by) && isOfText(judgement, segment) ? { ...judgement, own: true } : judgement
  return {
    ...segment,
    ...(issues && { issues: issues.map(marked) }),
    ...(assessments && { assessments: assessments.map(marked) }),
  }
}

/** Whether something was judged of exactly this text. */
export function isOfText({ of }: { readonly of: JudgedText }, { source, target }: JudgedText): boolean {
  return sameInline(of.target, target) && sameInline(of.source, source)
}

/** The text after an edit, and what became of the suggestions that have exactly that text. */
function wordingOf(
  segment: SegmentState,
  { target, taken = [] }: Extract<DocumentEvent, { readonly type: 'segment-edited' }>,
  stamp: Stamp,
): Partial<SegmentState> {
  const suggesters = (segment.suggestions ?? []).filter(({ id }) => taken.includes(id)).map(({ by }) => by)
  const others = [...new Set(suggesters)].filter((by) => by !== stamp.by)
  return {
    ...(others.length === 0 ? editedBy(segment, target, stamp.by) : takenBy(segment, target, stamp.by, others)),
    ...(taken.length > 0 && settledSuggestions(segment, taken, { ...stamp, how: 'taken' })),
  }
}

function settledSuggestions(
  { suggestions = [] }: SegmentState,
  ids: readonly string[],
  settled: NonNullable<Suggestion['settled']>,
): Pick<SegmentState, 'suggestions'> {
  return { suggestions: suggestions.map((one) => (ids.includes(one.id) ? { ...one, settled } : one)) }
}

export type Text = Omit<Rewording, 'by'>

export function withAuthor(authors: readonly string[], by: string): readonly string[] {
  return authors.includes(by) ? authors : [...authors, by]
}

/** The segment after something else has happened to it than what put its text there, which can no longer be taken back. */
export function settled(segment: SegmentState): SegmentState {
  const { propagated: _propagated, replaced: _replaced, ...rest } = segment
  return rest
}

/** What no edit changes of a segment. */
function besideEdits({
  id,
  block,
  source,
  version,
  comments,
  suggestions,
  figuresConfirmed,
  issues,
  assessments,
  revisionsAsked,
}: SegmentState) {
  return {
    id,
    block,
    source,
    version,
    comments,
    ...(suggestions && { suggestions }),
    ...(figuresConfirmed && { figuresConfirmed }),
    ...(issues && { issues }),
    ...(assessments && { assessments }),
    ...(revisionsAsked && { revisionsAsked }),
  }
}

function beforeEdit(segment: SegmentState): BeforeEdit {
  const { id: _id, block: _block, source: _source, version: _version, comments: _comments, ...rest } = settled(segment)
  const { figuresConfirmed: _figures, suggestions: _suggestions, ...others } = rest
  const { issues: _issues, assessments: _assessments, revisionsAsked: _asked, ...before } = others
  return before
}

/** The segment without any confirmation of its present text. */
export function unconfirmed(segment: SegmentState): SegmentState {
  const { translated: _translated, revised: _revised, revisedAgain: _again, accepted: _accepted, ...rest } = segment
  return { ...rest, state: 'initial' }
}

/** The segment before another text: without confirmations, authors and waivers, which end with the text they are of. */
function unwritten(segment: SegmentState): SegmentState {
  const { written: _written, reworded: _reworded, taken: _taken, undrafted: _undrafted, ...rest } = unconfirmed(segment)
  const waivers = segment.waivers.flatMap((waiver): readonly Waiver[] =>
    waiver.unbound === undefined ? [] : [{ ...waiver, unbound: 'other-text' }],
  )
  return { ...rest, authors: [], waivers }
}

/** The segment with its translator's confirmation and without a reviser's. */
function unrevised(segment: SegmentState): SegmentState {
  const { revised, revisedAgain: _again, accepted, ...rest } = segment
  // Of an accepted wording, what the other had confirmed before.
  const confirmed = accepted !== undefined && accepted.by === rest.translated?.by ? revised : rest.translated
  return { ...rest, state: 'translated', ...(confirmed && { translated: confirmed }) }
}

/** The segment without what this person has approved of it: the revisions of others stand, as their own. */
function withoutRevisionBy(segment: SegmentState, by: string): SegmentState {
  const { revised, revisedAgain = [], accepted, ...rest } = segment
  // Of an accepted wording, two people have approved it together.
  const isOfFirst = revised?.by === by || accepted?.by === by
  const others = revisedAgain.filter((stamp) => stamp.by !== by)
  const [next, ...later] = revised === undefined || isOfFirst ? others : [revised, ...others]
  if (next === undefined || revisedAgain.length === 0) return unrevised(segment)
  const standing = isOfFirst ? unrevised(segment) : { ...rest, ...(accepted && { accepted }) }
  return { ...standing, state: 'reviewed', revised: next, ...(later.length > 0 && { revisedAgain: later }) }
}

/** The wording that another person confirmed, accepted: of the two, one is the translator and one the reviser. */
function accepted(segment: SegmentState, reviser: string, stamp: Stamp): SegmentState {
  const confirmed = segment.translated ?? stamp
  const [translated, revised] = reviser === stamp.by ? [confirmed, stamp] : [stamp, confirmed]
  const authors = withAuthor(segment.authors, stamp.by)
  return { ...segment, state: 'reviewed', authors, translated, revised, accepted: stamp }
}
