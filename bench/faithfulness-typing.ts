/**
 * How long the checks of one sentence take while it is typed, as the page runs them at each key: every sentence of a folder,
 * its English cut at ten places, and one sentence repeated up to 256 times, where four times the text may take four times the time.
 */
import type { SegmentContext } from '../src/checks/check.ts'
import { checkSegment } from '../src/checks/registry.ts'
import { contextOf, pairsIn } from './faithfulness-pairs.ts'

const cuts = 10
/** How many of the slowest key presses are timed again, and how often. */
const slowest = 50
const tries = 7

export function typing(folder: string): void {
  const contexts = pairsIn(folder, 'clean.jsonl').map(contextOf)
  for (const context of contexts) checkSegment(context)
  const times: { readonly ms: number; readonly context: SegmentContext }[] = []
  for (const context of contexts)
    for (let cut = 1; cut <= cuts; cut += 1) {
      const target = context.target.slice(0, Math.ceil((context.target.length * cut) / cuts))
      times.push({ ms: timeOf({ ...context, target }), context: { ...context, target } })
    }
  const sorted = times.toSorted((a, b) => a.ms - b.ms)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.ms ?? 0).toFixed(2)
  console.log(
    `a key press, of ${times.length}: median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, worst ${at(1)} ms`,
  )
  // A pause of the collector of memory falls on any sentence; one that is slow by itself is slow again.
  const again = sorted.slice(-slowest).map(({ context }) => bestOf(context))
  console.log(`  the ${slowest} slowest again, the best of ${tries} each: at most ${Math.max(...again).toFixed(2)} ms`)
  const [longest] = contexts.toSorted((a, b) => b.target.length - a.target.length)
  if (longest === undefined) return
  let before: number | null = null
  for (const times of [1, 4, 16, 64, 256]) {
    const context = contextOf({ id: 'x', zh: longest.source.repeat(times), en: `${longest.target} `.repeat(times) })
    const best = bestOf(context)
    const ratio = before === null ? '' : `, ${(best / before).toFixed(1)} times that`
    console.log(
      `  the longest sentence ${times} times (${context.target.length} letters): ${best.toFixed(1)} ms${ratio}`,
    )
    before = best
  }
}

/** The shortest of some times, each of a context that nothing is remembered of. */
function bestOf(context: SegmentContext): number {
  return Math.min(...Array.from({ length: tries }, () => timeOf({ ...context })))
}

function timeOf(context: SegmentContext): number {
  const started = performance.now()
  checkSegment(context)
  return performance.now() - started
}
