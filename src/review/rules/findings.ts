import { findingKey, isWaivableKey } from '../../model/finding.ts'
import type { Person } from '../../model/people.ts'
import { refuse } from '../../model/refusal.ts'
import type { SeenFigure } from '../../model/release.ts'
import type { SegmentState } from '../../model/state.ts'
import { sameFigures, seen } from '../figures.ts'
import { givesReason } from '../reason.ts'
import { keptText, refusalOfLength } from '../text.ts'
import { waiverOf } from '../waivers.ts'
import { type Answer, collision, type RuleContext } from './answer.ts'

/** How people answer for what the checks find: by waivers, and by confirming figures. */

export function waive(
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

export function withdrawWaiver(segment: SegmentState, base: number, finding: string): Answer {
  if (!segment.waivers.some((waiver) => waiver.finding === finding)) return refuse('finding-unknown')
  return collision(segment, base) ?? [{ type: 'waiver-withdrawn', v: 1, segment: segment.id, finding }]
}

/** `read`: the figures that the person saw. If they have changed since, the person has not confirmed them. */
export function confirmFigures(
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
