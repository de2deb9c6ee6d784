import { segmentsOf } from '../model/document.ts'
import type { DocumentEvent } from '../model/event.ts'
import { type Finding, findingKey } from '../model/finding.ts'
import { type Inline, plain } from '../model/inline.ts'
import type { People, Person } from '../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Figure, SeenFigure } from '../model/release.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { splitSegment } from '../segmentation/resegment.ts'
import type { SegmentCommand } from './command.ts'
import { sameFigures, seen } from './figures.ts'
import { findSegment, nextIds } from './segments.ts'
import { refusalToAct } from './standing.ts'
import { isBlank, keptInline, keptText, refusalOfLength, sameInline } from './text.ts'
import { unwaivedErrors, waiverOf } from './waivers.ts'

/** What the rules look at beside the document: who is who, what the checks find in it as it is, and its figures. */
export interface RuleContext {
  readonly people: People
  readonly findings: readonly Finding[]
  readonly figures: readonly Figure[]
}

type Answer = readonly DocumentEvent[] | Refusal

/**
 * What a command makes happen: events, none where all is already as asked, or a refusal. Four eyes stand here and
 * nowhere else: no path to a document leads around this function.
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
      // What a person wrote, or wiped, is theirs: a draft only ever fills a gap.
      if (segment.target.length > 0 || segment.authors.length > 0) return []
      const draft = { ...command.draft, target: keptInline(command.draft.target) }
      return isBlank(draft.target) ? [] : [{ type: 'segment-drafted', v: 1, segment: segment.id, draft }]
    }
    case 'edit':
      return edit(segment, command.base, command.target)
    case 'translate':
      return translate(segment, command.base, command.target, actor)
    case 'revise':
      return revise(segment, command.base, actor, context)
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
      const { comment } = command
      return refusalOfLength(text) ?? [{ type: 'comment-added', v: 1, segment: segment.id, comment, text }]
    }
    case 'resolve-comment': {
      const comment = segment.comments.find(({ id }) => id === command.comment)
      if (comment === undefined) return refuse('not-found')
      return comment.resolved ? [] : [{ type: 'comment-resolved', v: 1, segment: segment.id, comment: comment.id }]
    }
  }
}

/** A command made against another version of the segment than the present one: two people on one segment. */
function collision(segment: SegmentState, base: number): Refusal | null {
  if (segment.version === base) return null
  return refuse('segment-changed', { segment: segment.id, version: String(segment.version) })
}

function edit(segment: SegmentState, base: number, words: Inline): Answer {
  const target = keptInline(words)
  const tooLong = refusalOfLength(plain(target))
  if (tooLong) return tooLong
  // The same words again are no edit, and no collision: an answer that was lost may be asked for again.
  if (sameInline(target, segment.target)) return []
  // Where nobody has written anything, nobody's words are lost: a draft that came in while one typed gives way.
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
  // Somebody stands by these words already; a second confirmation would only make one more author.
  if (edits.length === 0 && segment.state !== 'initial') return []
  return [...edits, { type: 'segment-translated', v: 1, segment: segment.id }]
}

function revise(
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings }: RuleContext,
): Answer {
  const { revised } = segment
  // A revision by an author, from while the workspace was single-person, is none where four eyes are back.
  const stands = revised !== undefined && (people.singlePerson || !segment.authors.includes(revised.by))
  if (stands && revised.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (stands) return []
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

function sendBack(segment: SegmentState, base: number, words: string): Answer {
  const reason = keptText(words)
  if (reason === '') return refuse('reason-missing')
  const refusal = refusalOfLength(reason) ?? collision(segment, base)
  if (refusal) return refusal
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  return [{ type: 'segment-returned', v: 1, segment: segment.id, reason }]
}

/** Only one's own confirmation can be taken back; another's words are sent back with a reason. */
function reopen(segment: SegmentState, base: number, actor: Pick<Person, 'id'>): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  const own = segment.state === 'translated' ? segment.authors.includes(actor.id) : segment.revised?.by === actor.id
  if (!own) return refuse('nothing-to-undo', { segment: segment.id })
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
  const second = next === undefined ? undefined : state.segments[next]
  if (second === undefined) return refuse('join-not-neighbours', { segment: segment.id })
  const collided = collision(segment, base) ?? collision(second, nextBase)
  if (collided) return collided
  const [into = ''] = nextIds(state, segment.block, 1)
  return [{ type: 'segments-joined', v: 1, segments: [segment.id, second.id], into }]
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
  const found = findings.some((one) => one.segment === segment.id && findingKey(one) === command.finding)
  if (!found) return refuse('finding-unknown')
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  return [{ type: 'finding-waived', v: 1, segment: segment.id, finding: command.finding, reason }]
}

/** `read` is what the person saw. What has become other figures since was not confirmed by anybody. */
function confirmFigures(
  segment: SegmentState,
  read: readonly SeenFigure[],
  actor: Pick<Person, 'id'>,
  { people, figures }: RuleContext,
): Answer {
  const own = figures.filter((figure) => figure.segment === segment.id)
  if (own.length === 0 || !sameFigures(own, read)) return refuse('figures-changed', { segment: segment.id })
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  const before = segment.figuresConfirmed?.find(({ by }) => by === actor.id)
  if (before !== undefined && sameFigures(before.figures, own)) return []
  return [{ type: 'figures-confirmed', v: 1, segment: segment.id, figures: own.map(seen) }]
}
