import type { Match, MemoryPair } from '../model/match.ts'
import { createBestOffers } from './best-offers.ts'
import { createPairSearch, hasHiddenIn, latestIndexed } from './concordance.ts'
import { offerExact, offerIndexed } from './lookup.ts'
import { addPairs, createMemoryIndex, type MemoryIndex, removePairs } from './memory-index.ts'
import type { LookupOptions } from './options.ts'
import { latestPlaces } from './packed/concordance.ts'
import { findText, offerPacked, offerPackedExact } from './packed/lookup.ts'
import { numberAt, type PackedMemory, pairsOfText } from './packed/open.ts'
import { samePair } from './pairs.ts'
import type { Standing } from './standing.ts'

/** Pairs that stand together in a memory of several layers: packed, or in an index that grows. */
export interface MemoryLayer {
  readonly standing: Standing
  readonly packed: PackedMemory | null
  /** Numbers of the pairs taken out of `packed`. */
  readonly removed: Set<number>
  /** What was put in since, newer than all that is packed. */
  readonly index: MemoryIndex
}

export function createLayer(packed: PackedMemory | null, standing: Standing): MemoryLayer {
  return { standing, packed, removed: new Set(), index: createMemoryIndex() }
}

/** Takes pairs out of a layer, as `Memory.remove` does, then puts pairs in, as `Memory.add` does. */
export function changeLayer(
  layer: MemoryLayer,
  { removed, added }: { readonly removed: readonly MemoryPair[]; readonly added: readonly MemoryPair[] },
): void {
  const { packed, index } = layer
  removePairs(index, removed)
  for (const pair of packed ? removed : []) for (const number of numbersOf(layer, pair)) layer.removed.add(number)
  addPairs(index, packed ? added.filter((pair) => numbersOf(layer, pair).length === 0) : added)
}

/** The numbers under which the packed part of a layer has just this pair. */
function numbersOf({ packed, removed }: MemoryLayer, pair: MemoryPair): readonly number[] {
  const text = packed ? findText(packed, pair.source) : undefined
  if (packed === null || text === undefined) return []
  const { start, end } = pairsOfText(packed, text)
  const numbers: number[] = []
  for (let place = start; place < end; place++) {
    const number = numberAt(packed, place)
    if (!removed.has(number) && samePair(packed.pairAt(place), pair)) numbers.push(number)
  }
  return numbers
}

/** How many pairs a layer holds. */
export function sizeOfLayer({ packed, removed, index }: MemoryLayer): number {
  return (packed?.size ?? 0) - removed.size + index.pairs.length - index.removed.size
}

/** The best offers of all layers for a source text, best first: see `Memory.lookup`. */
export function lookUpLayers(
  layers: readonly MemoryLayer[],
  source: string,
  options: LookupOptions = {},
): readonly Match[] {
  const { limit = 5 } = options
  const best = createBestOffers(limit)
  if (source === '' || limit <= 0) return []
  for (const layer of layers) {
    if (layer.index.texts.length > 0) offerIndexed(layer.index, source, options, best, aboveOf(layer))
    if (layer.packed) offerPacked(layer.packed, source, options, best, layer.standing, layer.removed)
  }
  return best.matches()
}

/** The best offer of exactly this text: see `Memory.exact`. */
export function lookUpExactInLayers(
  layers: readonly MemoryLayer[],
  source: string,
  options: Pick<LookupOptions, 'before' | 'after'> = {},
): Match | undefined {
  const best = createBestOffers(1)
  for (const layer of layers) {
    offerExact(layer.index, source, options, best, aboveOf(layer))
    if (layer.packed) offerPackedExact(layer.packed, source, options, best, layer.standing, layer.removed)
  }
  return best.matches()[0]
}

/** Numbers of indexed pairs begin above those of the packed ones. */
function aboveOf({ packed, standing }: MemoryLayer): Standing {
  return { ...standing, above: packed?.size ?? 0 }
}

/**
 * Pairs that contain a text in either language, those of the highest rank and the latest first: see `Memory.search`.
 * Pauses after each step; the last gives the pairs.
 */
export function* searchLayers(
  layers: readonly MemoryLayer[],
  text: string,
  limit: number,
): Generator<void, readonly MemoryPair[]> {
  const search = createPairSearch(text, limit)
  if (search === null) return []
  let looked = 0
  for (const { packed, removed, index } of layers.toSorted((a, b) => b.standing.rank - a.standing.rank)) {
    for (const { pair, withHidden } of latestIndexed(index)) {
      if (search.isFull()) return search.hits
      search.look(pair, withHidden, () => pair)
      if (++looked % pairsAStep === 0) yield
    }
    if (packed === null) continue
    for (const place of latestPlaces(packed, removed)) {
      if (search.isFull()) return search.hits
      const texts = packed.textsAt(place)
      search.look(texts, hasHiddenIn(texts), () => packed.pairAt(place))
      if (++looked % pairsAStep === 0) yield
    }
  }
  return search.hits
}

/** A few milliseconds of work. */
const pairsAStep = 500
