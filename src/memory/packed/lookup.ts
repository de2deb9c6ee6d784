import { expectDefined } from '../../model/expect.ts'
import type { Match, MemoryPair } from '../../model/match.ts'
import { type BestOffers, createBestOffers } from '../best-offers.ts'
import { codePointsOf } from '../code-points.ts'
import { createDistance, type Distance } from '../distance.ts'
import { type LookupOptions, sameNeighbours } from '../options.ts'
import { comparedText, costOf, mostEdits, scoreOf, unreviewedPenalty } from '../score.ts'
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
  readonly threshold: number
  readonly options: LookupOptions
}

/** Numbers of the pairs that were taken out of a packed memory. */
type Removed = ReadonlySet<number>

const noneRemoved: Removed = new Set()

/** The best offers of a packed memory for a source text, best first, as `Memory.lookup` describes them. */
export function lookUpPacked(memory: PackedMemory, source: string, options: LookupOptions = {}): readonly Match[] {
  const { limit = 5 } = options
  const best = createBestOffers(limit)
  if (source !== '' && limit > 0) offerPacked(memory, source, options, best)
  return best.matches()
}

/** Takes the offers of a packed memory for a source text that are among the best. */
function offerPacked(
  memory: PackedMemory,
  source: string,
  options: LookupOptions,
  best: BestOffers,
  removed: Removed = noneRemoved,
): void {
  const { threshold = 70 } = options
  const { letters, figures } = comparedText(source)
  const { slots } = memory.scratch
  const symbols = symbolsOf(memory, letters)
  const { distance, release } = createDistance(symbols, slots)
  const wanted = {
    source,
    figures,
    figuresHash: figuresHash(figures),
    contextHash: contextHash(options),
    query: queryOf(symbols),
    distance,
    threshold,
    options,
  }
  const nearest = [...memory.blocks].sort((a, b) => apart(memory, a, symbols.length) - apart(memory, b, symbols.length))
  for (const block of nearest) offerBlock(memory, block, wanted, best, removed)
  release()
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

function offerBlock(memory: PackedMemory, block: Block, wanted: Wanted, best: BestOffers, removed: Removed): void {
  const { candidates } = memory.scratch
  findCandidates(memory, block, wanted.query, Math.max(wanted.threshold, best.worst()))
  const count = candidates.sort()
  for (let at = 0; at < count; at++) {
    if (candidates.bound(at) < best.worst()) break
    offerText(memory, candidates.text(at), wanted, best, removed)
  }
}

function offerText(memory: PackedMemory, text: number, wanted: Wanted, best: BestOffers, removed: Removed): void {
  const { distance, query, threshold } = wanted
  const length = expectDefined(memory.lengths[text], 'a length')
  const longer = Math.max(query.symbols.length, length)
  const most = mostEdits(longer, Math.max(threshold, best.worst()))
  const from = lettersAt(memory, text)
  const edits = distance(memory.symbols, from, from + length, most)
  if (edits > most) return
  const hash = expectDefined(memory.figures[text], 'the hash of figures')
  const likely = costOf(edits, hash === wanted.figuresHash)
  const { start, end } = pairsOfText(memory, text)
  const newest = numberAt(memory, end - 1)
  const likelyScore = scoreOf(likely, longer)
  const isLikely =
    likelyScore >= threshold && best.accepts({ type: 'fuzzy', score: likelyScore, cost: likely, number: newest })
  if (likely > 0 && !isLikely) return
  // Only equal hashes of figures, and texts that may be the same, need a look at the source.
  const source = likely === 0 || (hash !== 0 && hash === wanted.figuresHash) ? memory.sourceAt(end - 1) : ''
  const sameFigures = hash === wanted.figuresHash && (hash === 0 || comparedText(source).figures === wanted.figures)
  const cost = costOf(edits, sameFigures)
  const score = source === wanted.source ? 100 : scoreOf(cost, longer)
  // Of pairs with one target the newest is offered, which has to be there still.
  const hidden = removed.size === 0 || !someRemoved(memory, start, end, removed) ? repeatedFlag : 0
  for (let place = end - 1; place >= start; place--) {
    offerPair(memory, place, { score, cost, hidden }, wanted, best, removed)
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
  { threshold, contextHash, options }: Wanted,
  best: BestOffers,
  removed: Removed,
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
  const offer = { type, score: given, cost, number, pair: read } as const
  if (best.accepts(offer)) best.take(offer)
}

/** Where the letters of a text begin. */
function lettersAt({ lengths, letterStarts, lengthStarts }: PackedMemory, text: number): number {
  const length = expectDefined(lengths[text], 'a length')
  const sameLength = expectDefined(lengthStarts[length], 'the first text of a length')
  return expectDefined(letterStarts[length], 'the letters of a length') + (text - sameLength) * length
}
