import type { DraftingEngines, DraftingTools } from '../../drafting/draft.ts'
import { usualPatience } from '../../drafting/draft.ts'
import type { DraftJob } from '../../drafting/job.ts'
import { ladderOf, type ReadyEngine } from '../../drafting/ladder.ts'
import { createDocumentNames, type DocumentNames, renderedNames } from '../../drafting/names.ts'
import { pricesOf } from '../../drafting/spending.ts'
import type { EngineSettings } from '../../model/engine.ts'
import { hasCodes } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import type { Engine } from '../../ports/engine.ts'
import type { Pause } from '../../ports/world.ts'
import type { Workspace } from '../core/open.ts'
import type { OpenedEngines } from '../core/world.ts'
import type { Analysis } from './analysis.ts'

/** What drafting needs of the world and of the office, but for a signal, a budget and the names of the document. */
export function draftingTools(
  { world, recall }: Workspace,
  settings: EngineSettings,
): Omit<DraftingTools, 'signal' | 'budget' | 'names'> {
  return {
    pause: world.pause,
    judges: world.judges,
    chance: world.chance,
    patience: usualPatience,
    prices: pricesOf(settings),
    async examples(sources, count) {
      const offers = await recall.lookup(sources.map((source) => ({ source, limit: count })))
      return new Map(sources.map((source, at) => [source, (offers[at] ?? []).map(({ pair }) => pair)]))
    },
  }
}

/** The names that the English of a document decides, as it stands but for the segments that are drafted anew. */
export async function namesIn(
  contexts: Analysis['contexts'],
  jobs: readonly DraftJob[],
  pause: Pause,
): Promise<DocumentNames> {
  const anew = new Set(jobs.map(({ segment }) => segment))
  const names = createDocumentNames()
  for (const { segment, source, target } of contexts) {
    if (target.trim() === '' || anew.has(segment)) continue
    names.learn(renderedNames(source, target))
    const others = pause()
    if (others) await others
  }
  return names
}

/** Makes engines ready for a run. Where the second engine cannot be made ready, the first goes on without it. */
export async function readyEngines(
  { memory, main, second }: Omit<OpenedEngines, 'memory'> & { readonly memory: Engine | null },
  terms: readonly Term[],
  signal: AbortSignal,
): Promise<DraftingEngines | Refusal> {
  if (main === null) return { memory, ladder: [] }
  const first = await readyEngine(main, terms, signal)
  if (isRefusal(first)) return first
  const mending = second && (await readyEngine(second, terms, signal))
  return { memory, ladder: ladderOf(first, mending === null || isRefusal(mending) ? null : mending) }
}

async function readyEngine(
  engine: Engine,
  terms: readonly Term[],
  signal: AbortSignal,
): Promise<ReadyEngine | Refusal> {
  const means = await engine.prepare(terms, signal)
  return isRefusal(means) ? means : { engine, means }
}

/** The job of a segment at a place in its document. */
export function jobOf(contexts: Analysis['contexts'], at: number, context: Analysis['contexts'][number]): DraftJob {
  const { segment, source, terms, style, inline } = context
  const before = contexts[at - 1]?.source ?? ''
  const after = contexts[at + 1]?.source ?? ''
  const coded = inline && hasCodes(inline.source) ? { inline: inline.source } : {}
  return { segment, source, terms, before, after, style, ...coded }
}
