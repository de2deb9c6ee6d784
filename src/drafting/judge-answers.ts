import { countCodePoints } from '../model/code-points.ts'
import type { EngineAnswer, EngineTarget } from '../ports/engine.ts'
import type { Group, PlannedCall } from './course.ts'
import type { Drafted } from './job.ts'
import { type AnswerToJudge, type JudgedAnswer, toJudge } from './judging.ts'
import { draftedOf, take } from './outcome.ts'
import type { PreparedCall } from './request.ts'
import type { Run } from './run.ts'
import { costOf } from './spending.ts'

/** How often a rung may leave a segment out of its answers before the segment climbs. */
const mostMisses = 2

/** The answer to a call, with what is needed to judge it. */
export interface Answered {
  readonly planned: PlannedCall
  readonly prepared: PreparedCall
  readonly answer: Extract<EngineAnswer, { readonly type: 'answered' }>
}

/** Judges the targets of an answer, lets their groups climb, and gives the drafts that changed or are done. */
export async function judgeAnswers(
  { course, tools }: Run,
  { planned: { at, rung, groups }, prepared, answer: { targets, usage } }: Answered,
): Promise<readonly Drafted[]> {
  const price = tools.prices.get(rung.engine.name)
  const share = shareOf(price ? costOf(price, usage) : null, groups)
  const asked: AnswerToJudge[] = []
  const places = new Map<Group, number>()
  for (const group of groups) {
    const [job] = group.jobs
    const target = targets.get(job.segment)?.target
    const protection = prepared.protections.get(job.segment)
    if (target === undefined || protection === undefined) continue
    places.set(group, asked.push(toJudge(job, target, protection)) - 1)
  }
  const judged = await tools.judges.judge(asked, tools.signal)
  const drafted: Drafted[] = []
  const left: Group[] = []
  for (const group of groups) {
    const answer = answerOf(judged[places.get(group) ?? -1], targets.get(group.jobs[0].segment))
    if (answer === undefined && group.misses + 1 < mostMisses) {
      group.misses += 1
      left.push(group)
      continue
    }
    take(group, answer, rung, share(group))
    const isDone = group.best?.judgement.defects.length === 0 || !course.climb(at, group)
    if (group.best !== null) tools.names.learn(group.best.names)
    if (isDone || group.best !== null) drafted.push(...draftedOf(group, isDone, 'unanswered'))
  }
  course.giveBack(at, left)
  return drafted
}

/** An answer with its origin, unless it is blank or left out. */
function answerOf(judged: JudgedAnswer | null | undefined, target: EngineTarget | undefined) {
  return judged && target ? { ...judged, origin: target.origin } : undefined
}

/** Each group's share of the cost of a call, by its length; undefined if the engine has no price. */
function shareOf(cost: number | null, groups: readonly Group[]): (group: Group) => number | undefined {
  const lengthOf = ({ jobs: [{ source }] }: Group) => countCodePoints(source)
  const all = cost === null ? 0 : groups.reduce((sum, group) => sum + lengthOf(group), 0)
  return (group) => (cost === null ? undefined : Math.round((cost * lengthOf(group) * 1000) / all) / 1000)
}
