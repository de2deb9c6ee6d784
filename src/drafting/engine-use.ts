import type { Spending } from '../model/engine.ts'
import { addMonths, type EngineMonth, emptyMonth } from '../model/engine-record.ts'
import type { Drafted } from './job.ts'

/** The name under which sentences from the memory are counted. */
const memory = 'memory'

/** What segments that are done say of the engines that were asked for them, by the names of the engines. */
export function countDrafted(drafted: readonly Drafted[]): ReadonlyMap<string, EngineMonth> {
  const counts = new Map<string, EngineMonth>()
  const count = (engine: string, more: Partial<EngineMonth>) =>
    counts.set(engine, addMonths(counts.get(engine) ?? emptyMonth, { ...emptyMonth, sentences: 1, ...more }))
  for (const { draft, done } of drafted) {
    if (draft === null || !done) continue
    const { attempts = [] } = draft.compliance
    if (draft.origin.type === 'memory') count(memory, { atOnce: 1 })
    for (const [engine, answers] of Map.groupBy(attempts, (attempt) => attempt.engine)) {
      const atOnce = answers[0]?.defects === 0
      const mended = !atOnce && answers.some(({ defects }) => defects === 0)
      count(engine, { atOnce: Number(atOnce), mended: Number(mended) })
    }
  }
  return counts
}

/** What was used between two accounts of one run, by the names of the engines. */
export function usedSince(before: readonly Spending[], after: readonly Spending[]): ReadonlyMap<string, EngineMonth> {
  return new Map(
    after.map(({ engine, ...now }) => {
      const then = before.find((spending) => spending.engine === engine)
      const used: EngineMonth = {
        ...emptyMonth,
        requests: now.requests - (then?.requests ?? 0),
        characters: now.characters - (then?.characters ?? 0),
        inputTokens: now.inputTokens - (then?.inputTokens ?? 0),
        outputTokens: now.outputTokens - (then?.outputTokens ?? 0),
        microdollars: now.microdollars === null ? null : now.microdollars - (then?.microdollars ?? 0),
      }
      return [engine, used]
    }),
  )
}
