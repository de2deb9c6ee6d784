import type { Match, MemoryPair } from '../model/match.ts'
import { pairKey } from './pairs.ts'

/**
 * A pair that may be offered. `cost` is in half edits; `number` is the pair's place in the memory: later ones are newer.
 * `pair` may read the pair from a file.
 */
export interface Offer {
  readonly type: Match['type']
  readonly score: number
  readonly cost: number
  readonly number: number
  readonly pair: () => MemoryPair
}

/** The best of the offers added so far, at most `limit` of them, one for each source and target. */
export interface BestOffers {
  take(offer: Offer): void
  /** The score below which no offer is accepted any more. */
  worst(): number
  /** Whether an offer would be accepted, unless a better one has its source and target. */
  accepts(offer: Omit<Offer, 'pair'>): boolean
  /** Best first. */
  matches(): readonly Match[]
}

export function createBestOffers(limit: number): BestOffers {
  const offers: Offer[] = []
  return {
    take(offer) {
      const last = offers[limit - 1]
      if (last !== undefined && compare(offer, last) > 0) return
      const twin = offers.find((other) => other.cost === offer.cost && pairKey(other.pair()) === pairKey(offer.pair()))
      if (twin !== undefined) {
        if (compare(offer, twin) > 0) return
        offers.splice(offers.indexOf(twin), 1)
      }
      const place = offers.findIndex((other) => compare(offer, other) < 0)
      offers.splice(place < 0 ? offers.length : place, 0, offer)
      if (offers.length > limit) offers.pop()
    },
    worst: () => offers[limit - 1]?.score ?? 0,
    accepts(offer) {
      const last = offers[limit - 1]
      return last === undefined || compare(offer, last) <= 0
    },
    matches: () => offers.map(({ type, score, pair }) => ({ type, score, pair: pair() })),
  }
}

const typeOrder = { ice: 0, exact: 1, fuzzy: 2 } as const

function compare(a: Omit<Offer, 'pair'>, b: Omit<Offer, 'pair'>): number {
  return b.score - a.score || typeOrder[a.type] - typeOrder[b.type] || a.cost - b.cost || b.number - a.number
}
