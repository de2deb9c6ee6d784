import type { Engine, EngineRequest } from '../ports/engine.ts'
import type { Digest } from '../ports/world.ts'
import { draftOf } from './compliance.ts'
import type { Drafted, DraftJob } from './job.ts'
import { judge } from './judgement.ts'

/** Jobs looked up together: few enough that drafts appear continuously. */
const jobsAStep = 100

/**
 * Drafts the jobs that the memory has exactly, in steps; the others are left. What people confirmed is not judged: its
 * compliance record says what it holds, and the checks say the rest.
 */
export async function* recallExact(
  jobs: readonly DraftJob[],
  memory: Engine | null,
  { digest, signal }: { readonly digest: Digest; readonly signal: AbortSignal },
): AsyncGenerator<{ readonly drafted: readonly Drafted[]; readonly left: readonly DraftJob[] }, void> {
  if (memory === null) return yield { drafted: [], left: jobs }
  for (let from = 0; from < jobs.length && !signal.aborted; from += jobsAStep) {
    const step = jobs.slice(from, from + jobsAStep)
    const answer = await memory.call({ means: 'memory', requests: step.map(requestOf) }, signal)
    const targets = answer.type === 'answered' ? answer.targets : new Map()
    const drafted: Drafted[] = []
    const left: DraftJob[] = []
    for (const job of step) {
      const target = targets.get(job.segment)
      // A machine's draft gives way to words that a person confirmed since.
      if (target === undefined) left.push(job)
      else
        drafted.push({
          segment: job.segment,
          draft: draftOf(job, target, judge(job, target.target), [], digest),
          done: true,
        })
    }
    yield { drafted, left }
  }
}

function requestOf({ segment, source, before, after }: DraftJob): EngineRequest {
  return { id: segment, source, terms: [], before, after, examples: [] }
}
