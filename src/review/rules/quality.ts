import { countLimits } from '../../model/count-limits.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { SegmentState } from '../../model/state.ts'
import type { SegmentCommand } from '../command.ts'
import { isOfText } from '../fold-segment.ts'
import { refusalToAct } from '../standing.ts'
import { isBlank, keptText, refusalOfLength } from '../text.ts'
import { type Answer, collision, type RuleContext } from './answer.ts'
import { standingWords } from './comments.ts'

/** How people assess the sentences of one another. */

type Command<Type extends SegmentCommand['type']> = Extract<SegmentCommand, { readonly type: Type }>

export function markIssue(
  segment: SegmentState,
  { base, issue, category, severity, text: words = '', on }: Command<'mark-issue'>,
  actor: Pick<Person, 'id'>,
  context: RuleContext,
): Answer {
  const text = keptText(words)
  const refusal = refusalToJudge(segment, base, actor, context) ?? refusalOfLength(text)
  if (refusal) return refusal
  const most = countLimits.segmentIssues
  if ((segment.issues ?? []).length >= most) return refuse('issues-too-many', { most: String(most) })
  const chosen = on === undefined ? undefined : standingWords(segment, on)
  if (isRefusal(chosen)) return chosen
  const said = { ...(text !== '' && { text }), ...(chosen && { on: chosen }) }
  return [{ type: 'issue-marked', v: 1, segment: segment.id, issue, category, severity, ...said }]
}

/** An issue is taken out by whoever marked it, or, while its text stands, by an approver who says why. */
export function removeIssue(
  segment: SegmentState,
  command: Command<'remove-issue'>,
  actor: Pick<Person, 'id'>,
  { people }: RuleContext,
): Answer {
  const issue = segment.issues?.find(({ id }) => id === command.issue)
  if (issue === undefined) return refuse('not-found')
  const reason = keptText(command.reason ?? '')
  const tooLong = refusalOfLength(reason)
  if (tooLong) return tooLong
  if (issue.by !== actor.id) {
    if (refusalToAct(people, actor, 'lift-issue')) return refuse('issue-not-yours')
    // Whoever wrote the words does not decide that nothing is wrong with them; whose an earlier text was, is not known here.
    if (!people.singlePerson && !isOfText(issue, segment)) return refuse('issue-earlier')
    if (!people.singlePerson && segment.authors.includes(actor.id)) {
      return refuse('own-segment', { segment: segment.id })
    }
    if (reason === '') return refuse('reason-missing')
  }
  const event = { type: 'issue-removed', v: 1, segment: segment.id, issue: issue.id } as const
  return [reason === '' ? event : { ...event, reason }]
}

export function assess(segment: SegmentState, base: number, actor: Pick<Person, 'id'>, context: RuleContext): Answer {
  const refusal = refusalToJudge(segment, base, actor, context)
  if (refusal) return refusal
  const { assessments = [] } = segment
  const last = assessments.at(-1)
  if (last?.by === actor.id && isOfText(last, segment)) return []
  const most = countLimits.segmentIssues
  if (assessments.length >= most) return refuse('issues-too-many', { most: String(most) })
  return [{ type: 'segment-assessed', v: 1, segment: segment.id }]
}

export function withdrawAssessment({ id, assessments = [] }: SegmentState, actor: Pick<Person, 'id'>): Answer {
  if (!assessments.some(({ by }) => by === actor.id)) return refuse('nothing-to-undo', { segment: id })
  return [{ type: 'assessment-withdrawn', v: 1, segment: id }]
}

/** Judged is what was seen, by somebody who has no words in it. */
function refusalToJudge(
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people }: RuleContext,
): Refusal | null {
  if (isBlank(segment.target)) return refuse('segment-empty', { segment: segment.id })
  if (!people.singlePerson && segment.authors.includes(actor.id)) return refuse('own-segment', { segment: segment.id })
  return collision(segment, base)
}
