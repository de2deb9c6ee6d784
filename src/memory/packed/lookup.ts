import { expectDefined } from '../../model/expect.ts'
import type { Match, MemoryPair } from '../../model/match.ts'
import { type BestOffers, createBestOffers } from '../best-offers.ts'
import { codePointsOf } from '../code-points.ts'
import { createDistance, type Distance } from '../distance.ts'
import { type LookupOptions, sameNeighbours } from '../options.ts'
import { comparedText, costOf, mostEdits, scoreOf, unreviewedPenalty } from '../score.ts'
import { ageOf, plainStanding, type Standing } from '../standing.ts'
import type { Block } from './block.ts'
import { findCandidates } from './candidates.ts'
import { contextHash, figuresHash, pairFlags, repeatedFlag, unreviewedFlag } from './layout.ts'
import { numberAt, type PackedMemory, pairsOfText } from './open.ts'
import { type Query, queryOf } from './query.ts'

/** What is looked up. */
interface Wanted {
  readonly source: string
  readonly figures: string
  readonly figuresHash: number
  readonly contextHash: number
  readonly query: Query
  readonly distance: Distance
  /** The least score of an offer, before the penalty of its memory. */
  readonly threshold: number
  readonly options: LookupOptions
  readonly standing: Standing
  readonly removed: Removed
}

/** Numbers of the pairs that were taken out of a packed memory. */
type Removed = ReadonlySet<number>

const noneRemoved: Removed = new Set()

/** The best offers of a packed memory for a source text, best first, as `Memory.lookup` describes them. */
export function lookUpPacked(memory: PackedMemory, source: string, options: LookupOptions = {}): readonly Match[] {
  const best = createBestOffers(options.limit ?? 5)
  if (source !== '' && (options.limit ?? 5) > 0) offerPacked(memory, source, options, best)
  return best.matches()
}

/** Takes the offers of a packed memory for a source text that are among the best. */
export function offerPacked(
  memory: PackedMemory,
  source: string,
  options: LookupOptions,
  best: BestOffers,
  standing: Standing = plainStanding,
  removed: Removed = noneRemoved,
): void {
  const threshold = (options.threshold ?? 70) + standing.penalty
  if (threshold > 100) return
  const { letters, figures } = comparedText(source)
  const symbols = symbolsOf(memory, letters)
  const { distance, release } = createDistance(symbols, memory.scratch.slots)
  const wanted = {
    source,
    figures,
    figuresHash: figuresHash(figures),
    contextHash: contextHash(options),
    query: queryOf(symbols),
    distance,
    threshold,
    options,
    standing,
    removed,
  }
  for (const block of nearest(memory, symbols.length)) offerBlock(memory, block, wanted, best)
  release()
}

/** Takes the offers of exactly this text that are among the best, whatever is taken from their scores. */
export function offerPackedExact(
  memory: PackedMemory,
  source: string,
  options: Pick<LookupOptions, 'before' | 'after'>,
  best: BestOffers,
  standing: Standing = plainStanding,
  removed: Removed = noneRemoved,
): void {
  const text = findText(memory, source)
  if (text === undefined) return
  const wanted = { threshold: -Infinity, contextHash: contextHash(options), options, standing, removed }
  offerPairs(memory, text, { score: 100, cost: 0 }, wanted, best)
}

/** The text that is exactly this source. */
export function findText(memory: PackedMemory, source: string): number | undefined {
  const { letters, figures } = comparedText(source)
  const query = queryOf(symbolsOf(memory, letters))
  const hash = figuresHash(figures)
  const { candidates } = memory.scratch
  for (const block of nearest(memory, query.symbols.length)) {
    if (apart(memory, block, query.symbols.length) > 0) break
    findCandidates(memory, block, query, 100)
    const count = candidates.sort()
    for (let at = 0; at < count; at++) {
      const text = candidates.text(at)
      if (memory.figures[text] !== hash) continue
      if (memory.sourceAt(pairsOfText(memory, text).start) === source) return text
    }
  }
  return undefined
}

/** The blocks, those with texts of a length first. */
function nearest(memory: PackedMemory, length: number): readonly Block[] {
  return [...memory.blocks].sort((a, b) => apart(memory, a, length) - apart(memory, b, length))
}

/** The least score, before the penalty, that is among the best. */
function worstOf({ threshold, standing }: Wanted, best: BestOffers): number {
  return Math.max(threshold, best.worst() + standing.penalty)
}

/** The symbols of letters; one stands for all characters that the memory lacks. */
function symbolsOf(memory: PackedMemory, letters: string): Uint32Array {
  const unknown = memory.scratch.slots.length - 1
  return codePointsOf(letters).map((point) => memory.symbolOf.get(point) ?? unknown)
}

/** How far a length is from those of a block's texts. */
function apart({ lengths }: PackedMemory, { first, end }: Block, length: number): number {
  const shortest = expectDefined(lengths[first], 'a length')
  const longest = expectDefined(lengths[end - 1], 'a length')
  return Math.max(0, shortest - length, length - longest)
}

function offerBlock(memory: PackedMemory, block: Block, wanted: Wanted, best: BestOffers): void {
  const { candidates } = memory.scratch
  const worst = worstOf(wanted, best)
  if (worst > 100) return
  findCandidates(memory, block, wanted.query, worst)
  const count = candidates.sort()
  for (let at = 0; at < count; at++) {
    if (candidates.bound(at) < worstOf(wanted, best)) break
    offerText(memory, candidates.text(at), wanted, best)
  }
}

function offerText(memory: PackedMemory, text: number, wanted: Wanted, best: BestOffers): void {
  const { distance, query, threshold, standing } = wanted
  const length = expectDefined(memory.lengths[text], 'a length')
  const longer = Math.max(query.symbols.length, length)
  const most = mostEdits(longer, worstOf(wanted, best))
  const from = lettersAt(memory, text)
  const edits = distance(memory.symbols, from, from + length, most)
  if (edits > most) return
  const hash = expectDefined(memory.figures[text], 'the hash of figures')
  const likely = costOf(edits, hash === wanted.figuresHash)
  const { end } = pairsOfText(memory, text)
  const newest = ageOf(standing, numberAt(memory, end - 1))
  const likelyScore = scoreOf(likely, longer)
  const likelyOffer = { type: 'fuzzy', score: likelyScore - standing.penalty, cost: likely, number: newest } as const
  const isLikely = likelyScore >= threshold && best.accepts(likelyOffer)
  if (likely > 0 && !isLikely) return
  // Only equal hashes of figures, and texts that may be the same, need a look at the source.
  const source = likely === 0 || (hash !== 0 && hash === wanted.figuresHash) ? memory.sourceAt(end - 1) : ''
  const sameFigures = hash === wanted.figuresHash && (hash === 0 || comparedText(source).figures === wanted.figures)
  const cost = costOf(edits, sameFigures)
  const score = source === wanted.source ? 100 : scoreOf(cost, longer)
  offerPairs(memory, text, { score, cost }, wanted, best)
}

/** How pairs are offered, whatever their text. */
type Offering = Pick<Wanted, 'threshold' | 'contextHash' | 'options' | 'standing' | 'removed'>

/** Offers the pairs of a text that has a score, at a cost, if they are among the best. */
function offerPairs(
  memory: PackedMemory,
  text: number,
  likeness: { readonly score: number; readonly cost: number },
  offering: Offering,
  best: BestOffers,
): void {
  const { start, end } = pairsOfText(memory, text)
  const { removed } = offering
  // Of pairs with one target the newest is offered, which has to be there still.
  const hidden = removed.size === 0 || !someRemoved(memory, start, end, removed) ? repeatedFlag : 0
  for (let place = end - 1; place >= start; place--) {
    offerPair(memory, place, { ...likeness, hidden }, offering, best)
  }
}

function someRemoved(memory: PackedMemory, start: number, end: number, removed: Removed): boolean {
  for (let place = start; place < end; place++) if (removed.has(numberAt(memory, place))) return true
  return false
}

/** Offers the pair at a place, if it is among the best. Pairs with the flag `hidden` are offered in context only. */
function offerPair(
  memory: PackedMemory,
  place: number,
  { score, cost, hidden }: { readonly score: number; readonly cost: number; readonly hidden: number },
  { threshold, contextHash, options, standing, removed }: Offering,
  best: BestOffers,
): void {
  const flags = pairFlags(expectDefined(memory.pairNumbers[place], 'a pair'))
  const number = numberAt(memory, place)
  const given = flags & unreviewedFlag ? score - unreviewedPenalty : score
  const mayBeIce = score === 100 && contextHash !== 0 && memory.contexts[place] === contextHash
  if (given < threshold || (flags & hidden && !mayBeIce) || removed.has(number)) return
  let pair: MemoryPair | undefined
  const read = () => {
    pair ??= memory.pairAt(place)
    return pair
  }
  const type = score < 100 ? 'fuzzy' : mayBeIce && sameNeighbours(read(), options) ? 'ice' : 'exact'
  const offer = { type, score: given - standing.penalty, cost, number: ageOf(standing, number), pair: read } as const
  if (best.accepts(offer)) best.take(offer)
}

/** Where the letters of a text begin. */
function lettersAt({ lengths, letterStarts, lengthStarts }: PackedMemory, text: number): number {
  const length = expectDefined(lengths[text], 'a length')
  const sameLength = expectDefined(lengthStarts[length], 'the first text of a length')
  return expectDefined(letterStarts[length], 'the letters of a length') + (text - sameLength) * length
}
