import { expectDefined } from '../model/expect.ts'
import type { Engine, EngineRequest, EngineTarget } from '../ports/engine.ts'
import type { Pause } from '../ports/world.ts'
import { workAhead } from './ahead.ts'
import { draftOf } from './compliance.ts'
import type { Drafted, DraftJob } from './job.ts'
import { type Judges, toJudge } from './judging.ts'
import { withCodes } from './place-codes.ts'

/** Jobs looked up together: few enough that drafts appear continuously. */
const jobsAStep = 100

/** Jobs of a step that the memory has exactly, and the others. */
interface Recalled {
  readonly found: readonly { readonly job: DraftJob; readonly target: EngineTarget }[]
  readonly left: readonly DraftJob[]
}

/** Looks jobs up in the memory, in steps. */
export async function* findExact(
  jobs: readonly DraftJob[],
  memory: Engine,
  signal: AbortSignal,
): AsyncGenerator<Recalled, void> {
  for (let from = 0; from < jobs.length && !signal.aborted; from += jobsAStep) {
    const step = jobs.slice(from, from + jobsAStep)
    const answer = await memory.call({ means: 'memory', requests: step.map(requestOf) }, signal)
    const targets: ReadonlyMap<string, EngineTarget> = answer.type === 'answered' ? answer.targets : new Map()
    const found = step.flatMap((job) => {
      const target = targets.get(job.segment)
      return target === undefined ? [] : [{ job, target }]
    })
    yield { found, left: step.filter(({ segment }) => !targets.has(segment)) }
  }
}

/**
 * Drafts the jobs that the memory has exactly, in steps; the others are left. A machine's draft gives way to words that a
 * person confirmed since. Those are not held to anything: the compliance record says what they hold, and the checks say
 * the rest.
 */
export async function* recallExact(
  jobs: readonly DraftJob[],
  memory: Engine | null,
  { signal, judges, pause }: { readonly signal: AbortSignal; readonly judges: Judges; readonly pause: Pause },
): AsyncGenerator<{ readonly drafted: readonly Drafted[]; readonly left: readonly DraftJob[] }, void> {
  if (memory === null) return yield { drafted: [], left: jobs }
  const judged = async ({ found, left }: Recalled) => {
    const answers = found.map(({ job, target }) => toJudge(job, target.target, null))
    const judgements = await judges.judge(answers, signal)
    const drafted = found.map(({ job, target }, at): Drafted => {
      const answer = expectDefined(judgements[at], 'the judgement of a target')
      const draft = withCodes(draftOf({ ...answer, origin: target.origin }, []), job)
      return { segment: job.segment, draft, done: true }
    })
    return { drafted, left }
  }
  // While one step is written, the next ones are judged.
  for await (const step of workAhead(findExact(jobs, memory, signal), judged, judges.width)) {
    yield step
    const others = pause()
    if (others) await others
  }
}

function requestOf({ segment, source, before, after }: DraftJob): EngineRequest {
  return { id: segment, source, terms: [], before, after, examples: [] }
}
