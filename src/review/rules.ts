import { countLimits } from '../model/count-limits.ts'
import { segmentsOf } from '../model/document.ts'
import type { DocumentEvent } from '../model/event.ts'
import { type Finding, findingKey, isWaivableKey } from '../model/finding.ts'
import { type Inline, plain } from '../model/inline.ts'
import type { People, Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Figure, SeenFigure } from '../model/release.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { splitSegment } from '../segmentation/resegment.ts'
import type { SegmentCommand } from './command.ts'
import { sameFigures, seen } from './figures.ts'
import { isRewordingOf, revisionOf } from './four-eyes.ts'
import { givesReason } from './reason.ts'
import { untouchedRepetitions } from './repetitions.ts'
import { findSegment, nextIds } from './segments.ts'
import { refusalToAct } from './standing.ts'
import { isBlank, keptInline, keptText, refusalOfLength, sameInline } from './text.ts'
import { unwaivedErrors, waiverOf } from './waivers.ts'

/** What the rules need beside the document: the people, and the document's present findings and figures. */
export interface RuleContext {
  readonly people: People
  readonly findings: readonly Finding[]
  readonly figures: readonly Figure[]
}

type Answer = readonly DocumentEvent[] | Refusal

/**
 * The result of a command: events, none if the document is already as requested, or a refusal. Four eyes are enforced
 * here and nowhere else: every change of a document passes through this function.
 */
export function decide(
  state: DocumentState,
  command: SegmentCommand,
  actor: Pick<Person, 'id'>,
  context: RuleContext,
): Answer {
  const refusal = refusalToAct(context.people, actor, command.type)
  if (refusal) return refusal
  const segment = findSegment(state, command.segment)
  if (isRefusal(segment)) return segment
  switch (command.type) {
    case 'draft': {
      // A draft fills an empty segment and replaces a draft, never words that a person wrote or confirmed.
      if (segment.state !== 'initial' || (segment.target.length > 0 && segment.authors.length > 0)) return []
      const draft = { ...command.draft, target: keptInline(command.draft.target) }
      return isBlank(draft.target) ? [] : [{ type: 'segment-drafted', v: 1, segment: segment.id, draft }]
    }
    case 'discard-draft': {
      const isUntouched = segment.state === 'initial' && segment.authors.length === 0 && segment.draft !== undefined
      return isUntouched ? [{ type: 'draft-discarded', v: 1, segment: segment.id }] : []
    }
    case 'edit':
      return edit(segment, command.base, command.target)
    case 'translate':
      return translate(segment, command.base, command.target, actor)
    case 'propagate':
      return propagate(state, segment, command.base, actor)
    case 'undo-propagation':
      return undoPropagation(state, segment, actor)
    case 'revise':
      return revise(segment, command.base, actor, context)
    case 'accept':
      return accept(segment, command.base, actor, context)
    case 'return':
      return sendBack(segment, command.base, command.reason)
    case 'reopen':
      return reopen(segment, command.base, actor)
    case 'split':
      return split(state, segment, command.base, command.at)
    case 'join':
      return join(state, segment, command.base, command.nextBase)
    case 'waive':
      return waive(segment, command, actor, context)
    case 'withdraw-waiver': {
      if (!segment.waivers.some((waiver) => waiver.finding === command.finding)) return refuse('finding-unknown')
      return (
        collision(segment, command.base) ?? [
          { type: 'waiver-withdrawn', v: 1, segment: segment.id, finding: command.finding },
        ]
      )
    }
    case 'confirm-figures':
      return confirmFigures(segment, command.figures, actor, context)
    case 'comment': {
      const text = keptText(command.text)
      if (text === '') return refuse('comment-empty')
      const most = countLimits.segmentComments
      if (segment.comments.length >= most) return refuse('comments-too-many', { most: String(most) })
      const { comment, blocking } = command
      const event = { type: 'comment-added', v: 1, segment: segment.id, comment, text } as const
      return refusalOfLength(text) ?? [blocking ? { ...event, blocking } : event]
    }
    case 'resolve-comment':
      return resolveComment(segment, command, actor, context)
  }
}

/** The refusal of a command that was made against another version of the segment: two people edited it at once. */
function collision(segment: SegmentState, base: number): Refusal | null {
  if (segment.version === base) return null
  return refuse('segment-changed', { segment: segment.id, version: String(segment.version) })
}

function edit(segment: SegmentState, base: number, words: Inline): Answer {
  const target = keptInline(words)
  const tooLong = refusalOfLength(plain(target))
  if (tooLong) return tooLong
  // The same text again is neither an edit nor a collision: the client repeats a request whose answer was lost.
  if (sameInline(target, segment.target)) return []
  // Without an author no person's text can be lost: a draft that arrived during typing is overwritten.
  if (segment.authors.length > 0) {
    const collided = collision(segment, base)
    if (collided) return collided
  }
  return [{ type: 'segment-edited', v: 1, segment: segment.id, target }]
}

function translate(segment: SegmentState, base: number, words: Inline | undefined, actor: Pick<Person, 'id'>): Answer {
  const edits = words === undefined ? [] : edit(segment, base, words)
  if (isRefusal(edits)) return edits
  if (edits.length === 0 && segment.state !== 'initial' && segment.authors.includes(actor.id)) return []
  const collided = edits.length === 0 ? collision(segment, base) : null
  if (collided) return collided
  if (isBlank(words ?? segment.target)) return refuse('segment-empty', { segment: segment.id })
  // The text is confirmed already; a second confirmation would only add an author.
  if (edits.length === 0 && segment.state !== 'initial') return []
  return [...edits, { type: 'segment-translated', v: 1, segment: segment.id }]
}

/** Whoever wrote or confirmed the words here has part in them wherever they come to stand. */
function propagate(state: DocumentState, segment: SegmentState, base: number, actor: Pick<Person, 'id'>): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  const authors = [...new Set([...segment.authors, actor.id])]
  const { id: from, target } = segment
  return untouchedRepetitions(state, segment).map(
    ({ id }): DocumentEvent => ({ type: 'segment-propagated', v: 1, segment: id, from, target, authors }),
  )
}

function undoPropagation(state: DocumentState, { id }: SegmentState, actor: Pick<Person, 'id'>): Answer {
  const propagated = [...state.segments.values()].filter(
    (segment) => segment.propagated?.from === id && segment.translated?.by === actor.id,
  )
  if (propagated.length === 0) return refuse('nothing-to-undo', { segment: id })
  return propagated.map((segment): DocumentEvent => ({ type: 'propagation-undone', v: 1, segment: segment.id }))
}

function revise(
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings }: RuleContext,
): Answer {
  const revision = revisionOf(segment, people.singlePerson)
  if (revision?.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (revision !== undefined) return []
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  const errors = unwaivedErrors(segment, findings, people.singlePerson)
  if (errors.length > 0) {
    return refuse('segment-has-errors', { segment: segment.id, count: String(errors.length) })
  }
  return [{ type: 'segment-revised', v: 1, segment: segment.id }]
}

/**
 * Of two people who worked on the wording one after the other, the first accepts what the second has confirmed: each has
 * approved the words of the other. One of the two has to be a reviser, by whose eyes it is then revised.
 */
function accept(
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings }: RuleContext,
): Answer {
  if (segment.accepted?.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (revisionOf(segment, people.singlePerson) !== undefined) return []
  if (!isRewordingOf(segment, actor.id)) return refuse('not-your-wording', { segment: segment.id })
  const reviser = [segment.translated?.by, actor.id].find((id) =>
    people.people.some((person) => person.id === id && mayDo(person, 'revise')),
  )
  if (reviser === undefined) return refuse('not-your-wording', { segment: segment.id })
  // Whoever accepts is an author of the words from now on, and has waived nothing in them.
  const authors = [...segment.authors, actor.id]
  const errors = unwaivedErrors({ ...segment, authors }, findings, people.singlePerson)
  if (errors.length > 0) {
    return refuse('segment-has-errors', { segment: segment.id, count: String(errors.length) })
  }
  return [{ type: 'wording-accepted', v: 1, segment: segment.id, reviser }]
}

/** A comment that blocks is lifted by whoever made it, or by an approver who says why. */
function resolveComment(
  segment: SegmentState,
  command: Extract<SegmentCommand, { readonly type: 'resolve-comment' }>,
  actor: Pick<Person, 'id'>,
  { people }: RuleContext,
): Answer {
  const comment = segment.comments.find(({ id }) => id === command.comment)
  if (comment === undefined) return refuse('not-found')
  if (comment.resolved) return []
  const event = { type: 'comment-resolved', v: 1, segment: segment.id, comment: comment.id } as const
  const reason = keptText(command.reason ?? '')
  const tooLong = refusalOfLength(reason)
  if (tooLong) return tooLong
  if (comment.blocking && comment.by !== actor.id) {
    if (refusalToAct(people, actor, 'lift-block')) return refuse('comment-not-yours')
    if (reason === '') return refuse('reason-missing')
  }
  return [reason === '' ? event : { ...event, reason }]
}

function sendBack(segment: SegmentState, base: number, words: string): Answer {
  const reason = keptText(words)
  if (reason === '') return refuse('reason-missing')
  const refusal = refusalOfLength(reason) ?? collision(segment, base)
  if (refusal) return refusal
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  return [{ type: 'segment-returned', v: 1, segment: segment.id, reason }]
}

/** People can undo only their own confirmation; they return another person's with a reason. */
function reopen(segment: SegmentState, base: number, actor: Pick<Person, 'id'>): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  const { state, authors, revised, accepted } = segment
  const isOwn =
    state === 'translated' ? authors.includes(actor.id) : revised?.by === actor.id || accepted?.by === actor.id
  if (!isOwn) return refuse('nothing-to-undo', { segment: segment.id })
  return [{ type: 'segment-reopened', v: 1, segment: segment.id }]
}

function split(state: DocumentState, segment: SegmentState, base: number, at: number): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  const block = state.document.blocks.find(({ id }) => id === segment.block)
  if (block === undefined) return refuse('segment-unknown', { segment: segment.id })
  const [first = '', second = ''] = nextIds(state, block.id, 2)
  const parts = splitSegment(block, segment.id, at, [first, second])
  if (isRefusal(parts)) return parts
  return [{ type: 'segment-split', v: 1, segment: segment.id, at, into: [first, second] }]
}

function join(state: DocumentState, segment: SegmentState, base: number, nextBase: number): Answer {
  const block = state.document.blocks.filter(({ id }) => id === segment.block)
  const ids = segmentsOf({ blocks: block }).map(({ id }) => id)
  const next = ids[ids.indexOf(segment.id) + 1]
  const second = next === undefined ? undefined : state.segments.get(next)
  if (second === undefined) return refuse('join-not-neighbours', { segment: segment.id })
  const collided = collision(segment, base) ?? collision(second, nextBase)
  if (collided) return collided
  if (block[0]?.given && !wereOne(state, segment.id, second.id)) return refuse('join-given', { segment: segment.id })
  const [into = ''] = nextIds(state, segment.block, 1)
  return [{ type: 'segments-joined', v: 1, segments: [segment.id, second.id], into }]
}

/** Whether two segments are the halves of one that was split. */
function wereOne({ tombstones }: DocumentState, first: string, second: string): boolean {
  return Object.values(tombstones).some((successors) => successors.includes(first) && successors.includes(second))
}

function waive(
  segment: SegmentState,
  command: { readonly base: number; readonly finding: string; readonly reason: string },
  actor: Pick<Person, 'id'>,
  { people, findings }: RuleContext,
): Answer {
  const reason = keptText(command.reason)
  if (reason === '') return refuse('reason-missing')
  const tooLong = refusalOfLength(reason)
  if (tooLong) return tooLong
  const standing = waiverOf(segment, command.finding, people.singlePerson)
  if (standing?.by === actor.id && standing.reason === reason) return []
  const collided = collision(segment, command.base)
  if (collided) return collided
  const exists = findings.some(
    (candidate) => candidate.segment === segment.id && findingKey(candidate) === command.finding,
  )
  if (!exists) return refuse('finding-unknown')
  if (!isWaivableKey(command.finding)) return refuse('finding-unwaivable')
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  if (!givesReason(reason)) return refuse('reason-empty')
  return [{ type: 'finding-waived', v: 2, segment: segment.id, finding: command.finding, reason }]
}

/** `read`: the figures that the person saw. If they have changed since, the person has not confirmed them. */
function confirmFigures(
  segment: SegmentState,
  read: readonly SeenFigure[],
  actor: Pick<Person, 'id'>,
  { people, figures }: RuleContext,
): Answer {
  const figuresOfSegment = figures.filter((figure) => figure.segment === segment.id)
  if (figuresOfSegment.length === 0 || !sameFigures(figuresOfSegment, read))
    return refuse('figures-changed', { segment: segment.id })
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  const before = segment.figuresConfirmed?.find(({ by }) => by === actor.id)
  if (before !== undefined && sameFigures(before.figures, figuresOfSegment)) return []
  return [{ type: 'figures-confirmed', v: 1, segment: segment.id, figures: figuresOfSegment.map(seen) }]
}
