import { expectDefined } from '../model/expect.ts'
import { plain } from '../model/inline.ts'
import type { Engine } from '../ports/engine.ts'
import { inSlices } from '../ports/world.ts'
import { createWidths } from './calling.ts'
import { courseSteps } from './course.ts'
import type { DraftJob } from './job.ts'
import type { Judgement } from './judgement.ts'
import { toJudge } from './judging.ts'
import type { Rung } from './ladder.ts'
import { draftedOf } from './outcome.ts'
import { recallExact } from './recall.ts'
import type { DraftingStep, DraftingTools } from './run.ts'
import { runCourse } from './run-course.ts'
import { createAccount } from './spending.ts'

export { usualPatience } from './calling.ts'
export type { DraftingStep, DraftingTools } from './run.ts'
export type { Budget } from './spending.ts'

/** The engines of a run: the memory, which is asked first unless it is left out, and the ladder of those that translate. */
export interface DraftingEngines {
  readonly memory: Engine | null
  readonly ladder: readonly Rung[]
}

/**
 * Has engines draft segments. Confirmed pairs of the memory come first. Every other segment climbs the ladder: its draft
 * is judged against the terms and figures of its source, and where it has defects the next rung is asked; of two drafts
 * the one with fewer defects stays. Drafts come as soon as they are answered, and again when there is a better one. An
 * aborted `signal` ends the work without an error; a refusal that does not pass ends it after the calls under way.
 */
export async function* draftSegments(
  jobs: readonly DraftJob[],
  { memory, ladder }: DraftingEngines,
  tools: DraftingTools,
): AsyncGenerator<DraftingStep, void> {
  const account = createAccount(tools.prices, tools.budget)
  const remaining: DraftJob[] = []
  try {
    for await (const { drafted, left } of recallExact(jobs, memory, tools)) {
      if (drafted.length > 0) yield { type: 'drafted', drafted, spending: account.spending() }
      for (const job of left) remaining.push(job)
    }
    if (tools.signal.aborted) return
    const earlier = await judgeEarlier(remaining, tools)
    const course = await inSlices(courseSteps(remaining, ladder, { earlier, names: tools.names }), tools.pause)
    const reason = ladder.length === 0 ? 'no-engine' : 'too-long'
    const drafted = course.settled.flatMap((group) => draftedOf(group, true, reason))
    if (drafted.length > 0) yield { type: 'drafted', drafted, spending: account.spending() }
    yield* runCourse({ course, account, widths: createWidths(), tools })
  } catch (fault) {
    // Libraries end in various ways when they are aborted; that is not a fault.
    if (!tools.signal.aborted) throw fault
  }
}

/** The judgements on drafts that an earlier run left unfinished. */
async function judgeEarlier(
  jobs: readonly DraftJob[],
  { judges, signal }: DraftingTools,
): Promise<ReadonlyMap<DraftJob, Judgement>> {
  const drafted = jobs.flatMap((job) => (job.draft === undefined ? [] : [{ job, target: plain(job.draft.target) }]))
  const judged = await judges.judge(
    drafted.map(({ job, target }) => toJudge(job, target, null)),
    signal,
  )
  return new Map(
    drafted.map(({ job }, at) => [job, expectDefined(judged[at], 'the judgement of a draft').judgement] as const),
  )
}
