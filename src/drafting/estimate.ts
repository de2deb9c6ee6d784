import { countCodePoints } from '../model/code-points.ts'
import type { Price, Usage } from '../model/engine.ts'
import type { Engine, EngineRequest } from '../ports/engine.ts'
import type { Pause } from '../ports/world.ts'
import type { DraftJob } from './job.ts'
import { findExact } from './recall.ts'
import { costOf, sumOfUsage } from './spending.ts'

/** What a run would do: how much the memory and repetition save, and what is left to an engine. */
export interface DraftingEstimate {
  /** Segments in the run. */
  readonly segments: number
  /** Those that the memory has exactly. */
  readonly fromMemory: number
  /** Those that repeat another segment of the run, and are drafted with it. */
  readonly repeated: number
  /** Those that the engine would be asked for, and the code points of their sources. */
  readonly toEngine: number
  readonly characters: number
  /** Those that are longer than any call of the engine takes, nor of the second: they stay without a draft. */
  readonly tooLong: number
  /** At most, without repairs, in millionths of a US dollar; absent if the engine has no price. */
  readonly microdollars?: number
}

/** `second` mends what `main` leaves, and is asked for what is too long for it. */
interface EstimatedEngines {
  readonly memory: Engine
  readonly main: Engine | null
  readonly second?: Engine | null
}

/** Estimates a run without asking a service anything. Without an engine, nothing is left to it. */
export async function estimateDrafting(
  jobs: readonly DraftJob[],
  { memory, main, second = null }: EstimatedEngines,
  tools: { readonly pause: Pause; readonly prices: ReadonlyMap<string, Price> },
): Promise<DraftingEstimate> {
  const left: DraftJob[] = []
  let fromMemory = 0
  const { signal } = new AbortController()
  for await (const step of findExact(jobs, memory, signal)) {
    fromMemory += step.found.length
    for (const job of step.left) left.push(job)
    const others = tools.pause()
    if (others) await others
  }
  const engines = [main, second].filter((engine) => engine !== null)
  const taken = left.filter(({ source }) => main === null || engines.some((engine) => takesSource(engine, source)))
  const asked = [...new Map(taken.map((job) => [job.source, job])).values()]
  const usage = main === null ? null : expectedUsage(main, asked)
  const price = main === null ? undefined : tools.prices.get(main.name)
  return {
    segments: jobs.length,
    fromMemory,
    repeated: taken.length - asked.length,
    toEngine: main === null ? 0 : asked.length,
    characters: usage?.characters ?? 0,
    tooLong: left.length - taken.length,
    ...(usage && price && { microdollars: Math.round(costOf(price, usage)) }),
  }
}

/** Whether an engine takes a source by itself in a call. Terms and figures put into it may still make it longer. */
function takesSource({ limits: { longest } }: Engine, source: string): boolean {
  return source.length <= longest || countCodePoints(source) <= longest
}

/** What an engine is expected to use for jobs at most, without repairs. */
export function expectedUsage(engine: Engine, jobs: readonly DraftJob[]): Usage {
  const { items } = engine.limits
  const calls = Array.from({ length: Math.ceil(jobs.length / items) }, (_, at) =>
    jobs.slice(at * items, (at + 1) * items).map(requestOf),
  )
  return sumOfUsage(calls.map((requests) => engine.expect({ means: 'prompt', requests })))
}

/** With its terms as often as they occur, since some engines get them in the source. */
function requestOf({ segment, source, terms, before, after }: DraftJob): EngineRequest {
  return { id: segment, source, terms: terms.map(({ term }) => term), before, after, examples: [] }
}
