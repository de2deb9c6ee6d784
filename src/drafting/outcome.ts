import type { DraftAttempt, UndraftedReason } from '../model/draft.ts'
import { draftOf, type JudgedTarget } from './compliance.ts'
import type { Group } from './course.ts'
import type { Drafted } from './job.ts'
import type { Rung } from './ladder.ts'
import { withCodes } from './place-codes.ts'

/** Keeps an answer if it is better than the draft so far, and the attempt in any case. */
export function take(
  group: Group,
  answer: JudgedTarget | undefined,
  rung: Rung,
  microdollars: number | undefined,
): void {
  const attempt: DraftAttempt = {
    engine: rung.engine.name,
    means: rung.means,
    repair: rung.repair,
    ...(answer && { defects: answer.judgement.defects.length }),
    ...(microdollars !== undefined && { microdollars }),
  }
  group.attempts = [...group.attempts, attempt]
  if (!answer) return
  const { defects } = answer.judgement
  group.missed = [...group.missed, ...defects.flatMap(({ figure }) => figure ?? [])]
  const fewest = group.best?.judgement.defects.length ?? Number.POSITIVE_INFINITY
  if (defects.length < fewest) group.best = answer
}

/** What was made of the jobs of a group. `reason`: why there is no draft, where there is none. */
export function draftedOf({ jobs, best, attempts }: Group, done: boolean, reason: UndraftedReason): readonly Drafted[] {
  if (best === null) return jobs.map(({ segment }) => ({ segment, done, draft: null, reason }))
  const draft = draftOf(best, attempts)
  return jobs.map((job) => {
    // Nothing was asked since: the draft is the one that it has.
    const isUnchanged = job.draft?.compliance.attempts?.length === attempts.length
    return { segment: job.segment, done, draft: (isUnchanged && job.draft) || withCodes(draft, job) }
  })
}
