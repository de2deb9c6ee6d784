/**
 * How long the checks of one sentence take while it is typed, as the page runs them at each key: every sentence of a folder,
 * its English cut at ten places, and one sentence repeated up to 256 times, where four times the text may take four times the time.
 */
import { checkSegment } from '../src/checks/registry.ts'
import { contextOf, pairsIn } from './faithfulness-pairs.ts'

const cuts = 10

export function typing(folder: string): void {
  const contexts = pairsIn(folder, 'clean.jsonl').map(contextOf)
  for (const context of contexts) checkSegment(context)
  const times: { readonly ms: number; readonly length: number }[] = []
  for (const context of contexts)
    for (let cut = 1; cut <= cuts; cut += 1) {
      const target = context.target.slice(0, Math.ceil((context.target.length * cut) / cuts))
      times.push({ ms: timeOf({ ...context, target }), length: target.length })
    }
  const sorted = times.toSorted((a, b) => a.ms - b.ms)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.ms ?? 0).toFixed(2)
  const worst = sorted.at(-1)
  console.log(
    `a key press, of ${times.length}: median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, worst ${at(1)} ms`,
  )
  console.log(`  the worst has ${worst?.length} letters`)
  const [longest] = contexts.toSorted((a, b) => b.target.length - a.target.length)
  if (longest === undefined) return
  let before: number | null = null
  for (const times of [1, 4, 16, 64, 256]) {
    const context = contextOf({ id: 'x', zh: longest.source.repeat(times), en: `${longest.target} `.repeat(times) })
    const best = Math.min(...Array.from({ length: 7 }, () => timeOf({ ...context })))
    const ratio = before === null ? '' : `, ${(best / before).toFixed(1)} times that`
    console.log(
      `  the longest sentence ${times} times (${context.target.length} letters): ${best.toFixed(1)} ms${ratio}`,
    )
    before = best
  }
}

function timeOf(context: ReturnType<typeof contextOf>): number {
  const started = performance.now()
  checkSegment(context)
  return performance.now() - started
}
