import { createMemory } from '../memory/memory.ts'
import { flatMapSteps, type Steps } from '../model/steps.ts'
import type { Pair } from './equal-pairs.ts'

/** The least likeness, as the memory scores it, of two sentences of which one was made of the other. */
const leastLike = 60

/** Offers looked at for each sentence. */
const offers = 5

/**
 * Pairs sentences of two lists that are alike, each at most once, the most alike first; of equals those whose places in
 * their lists are nearest. A sentence a step.
 */
export function* likePairs(first: readonly string[], second: readonly string[]): Steps<readonly Pair[]> {
  const memory = createMemory([])
  for (const [at, source] of first.entries()) {
    memory.add([{ source, target: String(at), origin: '' }])
    yield
  }
  const share = (at: number, list: readonly string[]) => at / Math.max(1, list.length)
  const candidates = yield* flatMapSteps(second, (text, to) =>
    memory.lookup(text, { limit: offers, threshold: leastLike }).map(({ score, pair }) => {
      const at = Number(pair.target)
      return { first: at, second: to, score, apart: Math.abs(share(at, first) - share(to, second)) }
    }),
  )
  const used = { first: new Set<number>(), second: new Set<number>() }
  const pairs: Pair[] = []
  for (const candidate of candidates.sort((a, b) => b.score - a.score || a.apart - b.apart)) {
    if (used.first.has(candidate.first) || used.second.has(candidate.second)) continue
    used.first.add(candidate.first)
    used.second.add(candidate.second)
    pairs.push({ first: candidate.first, second: candidate.second })
  }
  return pairs
}
