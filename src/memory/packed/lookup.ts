import { expectDefined } from '../../model/expect.ts'
import type { Match } from '../../model/match.ts'
import { type BestOffers, createBestOffers } from '../best-offers.ts'
import { codePointsOf } from '../code-points.ts'
import { createDistance, type Distance } from '../distance.ts'
import { type LookupOptions, sameNeighbours } from '../options.ts'
import { comparedText, costOf, mostEdits, scoreOf } from '../score.ts'
import { createLeastDistance, type LeastDistance } from './bag.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { figuresHash } from './layout.ts'
import type { Block, PackedMemory } from './open.ts'

/** What is looked up. */
interface Wanted {
  readonly source: string
  readonly figures: string
  readonly figuresHash: number
  readonly symbols: Uint32Array
  readonly keys: Uint32Array
  readonly distance: Distance
  readonly least: LeastDistance
  readonly threshold: number
  readonly options: LookupOptions
}

/** The best offers of a packed memory for a source text, best first, as `Memory.lookup` describes them. */
export function lookUpPacked(memory: PackedMemory, source: string, options: LookupOptions = {}): readonly Match[] {
  const { limit = 5, threshold = 70 } = options
  if (source === '' || limit <= 0) return []
  const best = createBestOffers(limit)
  const { letters, figures } = comparedText(source)
  const { slots, keysOf } = memory.scratch
  const unknown = slots.length - 1
  const symbols = codePointsOf(letters).map((point) => memory.symbolOf.get(point) ?? unknown)
  const keys = new Uint32Array(Math.max(0, symbols.length - 1))
  keysOf(symbols, 0, symbols.length, keys, 0)
  const { distance, release } = createDistance(symbols, slots)
  const least = createLeastDistance(symbols, slots)
  const wanted = {
    source,
    figures,
    figuresHash: figuresHash(figures),
    symbols,
    keys,
    distance,
    least,
    threshold,
    options,
  }
  const nearest = [...memory.blocks].sort((a, b) => apart(memory, a, symbols.length) - apart(memory, b, symbols.length))
  for (const block of nearest) offerBlock(memory, block, wanted, Math.max(threshold, best.worst()), best)
  release()
  return best.matches()
}

/** How far a length is from those of a block's texts. */
function apart({ lengths }: PackedMemory, { first, end }: Block, length: number): number {
  const shortest = expectDefined(lengths[first], 'a length')
  const longest = expectDefined(lengths[end - 1], 'a length')
  return Math.max(0, shortest - length, length - longest)
}

function offerBlock(memory: PackedMemory, block: Block, wanted: Wanted, worst: number, best: BestOffers): void {
  const { least, symbols } = wanted
  const bounded: Bounded[] = []
  for (const { text, length } of candidatesOf(memory, block, wanted, worst)) {
    const longer = Math.max(symbols.length, length)
    const most = mostEdits(longer, worst)
    const sameLength = expectDefined(memory.lengthStarts[length], 'the first text of a length')
    const from = expectDefined(memory.letterStarts[length], 'the letters of a length') + (text - sameLength) * length
    const atLeast = least(memory.symbols, from, from + length, most)
    if (atLeast <= most) bounded.push({ text, from, length, bound: scoreOf(2 * atLeast, longer) })
  }
  bounded.sort((a, b) => b.bound - a.bound)
  for (const candidate of bounded) {
    if (candidate.bound < best.worst()) break
    offerText(memory, candidate, wanted, best)
  }
}

/** A candidate, where its letters begin, and the best score that its symbols allow. */
interface Bounded extends Candidate {
  readonly from: number
  readonly bound: number
}

function offerText(memory: PackedMemory, { text, from, length }: Bounded, wanted: Wanted, best: BestOffers): void {
  const { distance, symbols, threshold } = wanted
  const longer = Math.max(symbols.length, length)
  const most = mostEdits(longer, Math.max(threshold, best.worst()))
  const edits = distance(memory.symbols, from, from + length, most)
  if (edits > most) return
  const hash = expectDefined(memory.figures[text], 'the hash of figures')
  const likely = costOf(edits, hash === wanted.figuresHash)
  const start = expectDefined(memory.pairStarts[text], 'the first pair of a text')
  const end = expectDefined(memory.pairStarts[text + 1], 'the first pair of the next text')
  const numbers = memory.pairNumbers.subarray(start, end)
  const newest = expectDefined(numbers.at(-1), 'a pair of the text')
  const likelyScore = scoreOf(likely, longer)
  if (likely > 0 && (likelyScore < threshold || !best.accepts(likelyScore, likely, newest))) return
  // Only equal hashes of figures, and texts that may be the same, need a look at the source.
  const source = likely === 0 || (hash !== 0 && hash === wanted.figuresHash) ? memory.source(newest) : ''
  const sameFigures = hash === wanted.figuresHash && (hash === 0 || comparedText(source).figures === wanted.figures)
  const cost = costOf(edits, sameFigures)
  const score = source === wanted.source ? 100 : scoreOf(cost, longer)
  if (score < threshold) return
  for (const number of numbers.toReversed()) {
    if (score < 100 && !best.accepts(score, cost, number)) return
    const pair = memory.pair(number)
    const type = score < 100 ? 'fuzzy' : sameNeighbours(pair, wanted.options) ? 'ice' : 'exact'
    best.take({ match: { type, score, pair }, cost, number })
  }
}
