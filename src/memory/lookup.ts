import { expectDefined } from '../model/expect.ts'
import type { Match } from '../model/match.ts'
import { type BestOffers, createBestOffers, type Offer } from './best-offers.ts'
import { codePointSlots, codePointsOf } from './code-points.ts'
import { createDistance } from './distance.ts'
import type { MemoryIndex, SourceText } from './memory-index.ts'
import { type LookupOptions, sameNeighbours } from './options.ts'
import { comparedText, costOf, mostEdits, scoreOf, unreviewedPenalty } from './score.ts'
import { ageOf, plainStanding, type Standing } from './standing.ts'

const slots = codePointSlots()

/** The best offers for a source text, best first: see `Memory.lookup`. */
export function lookUp(index: MemoryIndex, source: string, options: LookupOptions): readonly Match[] {
  const best = createBestOffers(options.limit ?? 5)
  if (source !== '' && (options.limit ?? 5) > 0) offerIndexed(index, source, options, best, plainStanding)
  return best.matches()
}

/** Takes the offers of a memory for a source text that are among the best. */
export function offerIndexed(
  index: MemoryIndex,
  source: string,
  options: LookupOptions,
  best: BestOffers,
  standing: Standing,
): void {
  const threshold = (options.threshold ?? 70) + standing.penalty
  if (threshold > 100) return
  const same = index.bySource.get(source)
  const take = (offers: readonly Offer[]) => {
    for (const offer of offers) if (offer.score >= threshold - standing.penalty) best.take(offer)
  }
  if (same) take(offersOf(index, same, options, 100, 0, standing))

  const { letters, figures } = comparedText(source)
  const points = codePointsOf(letters)
  const { length } = points
  const { distance, release } = createDistance(points, slots)
  const reachable = withinReach(index, letters, length, threshold)
    .map(({ text, atLeast }) => ({ text, bound: scoreOf(2 * atLeast, Math.max(length, text.length)) }))
    .sort((a, b) => b.bound - a.bound)
  for (const { text, bound } of reachable) {
    const worst = Math.max(threshold, best.worst() + standing.penalty)
    if (bound < worst) break
    if (text === same) continue
    const longer = Math.max(length, text.length)
    const most = mostEdits(longer, worst)
    const edits = text.letters === letters ? 0 : distance(codePointsOf(text.letters), 0, text.length, most)
    if (edits > most) continue
    const cost = costOf(edits, text.figures === figures)
    const score = scoreOf(cost, longer)
    if (score >= threshold) take(offersOf(index, text, options, score, cost, standing))
  }
  release()
}

/** The best offer of exactly this text, in context or not: see `Memory.exact`. */
export function lookUpExact(index: MemoryIndex, source: string, options: LookupOptions): Match | undefined {
  const best = createBestOffers(1)
  offerExact(index, source, options, best, plainStanding)
  return best.matches()[0]
}

/** Takes the offers of exactly this text that are among the best. */
export function offerExact(
  index: MemoryIndex,
  source: string,
  options: LookupOptions,
  best: BestOffers,
  standing: Standing,
): void {
  const same = index.bySource.get(source)
  if (same === undefined) return
  for (const offer of offersOf(index, same, options, 100, 0, standing)) best.take(offer)
}

/** The pairs of a text as offers of a score, at a cost. */
function offersOf(
  { pairs }: MemoryIndex,
  text: SourceText,
  options: LookupOptions,
  score: number,
  cost: number,
  standing: Standing,
): readonly Offer[] {
  return text.pairs.map((number) => {
    const pair = expectDefined(pairs[number], 'a pair of the text')
    const type = score < 100 ? 'fuzzy' : sameNeighbours(pair, options) ? 'ice' : 'exact'
    const given = (pair.unreviewed ? score - unreviewedPenalty : score) - standing.penalty
    return { type, score: given, cost, number: ageOf(standing, number), pair: () => pair }
  })
}

/** A text with the least edit distance that its shared bigrams allow. */
interface ReachableText {
  readonly text: SourceText
  readonly atLeast: number
}

/** The texts that can score `threshold` against letters of `length` code points. */
function withinReach(
  { texts, byLength, bigrams, longest }: MemoryIndex,
  letters: string,
  length: number,
  threshold: number,
): readonly ReachableText[] {
  const textAt = (id: number) => expectDefined(texts[id], 'a text')
  /** How many bigrams a text of each length must share. */
  const needed = new Map<number, number>()
  let fewest = Infinity
  const unfiltered: number[] = []
  const shortest = length - mostEdits(length, threshold)
  for (let other = shortest; other <= longest; other++) {
    const longer = Math.max(length, other)
    const most = mostEdits(longer, threshold)
    if (other - length > most) break
    const ids = byLength.get(other)
    if (ids === undefined) continue
    // One edit removes at most two of the longer text's `longer - 1` bigrams.
    const least = longer - 1 - 2 * most
    if (least <= 0) for (const id of ids) unfiltered.push(id)
    else {
      needed.set(other, least)
      fewest = Math.min(fewest, least)
    }
  }
  const reachable: ReachableText[] = unfiltered.map((id) => ({ text: textAt(id), atLeast: 0 }))
  if (needed.size === 0) return reachable
  const least = (id: number) => needed.get(textAt(id).length) ?? Infinity
  for (const { id, shared } of bigrams.candidates(letters, fewest, least)) {
    const text = textAt(id)
    reachable.push({ text, atLeast: Math.ceil((Math.max(length, text.length) - 1 - shared) / 2) })
  }
  return reachable
}
