import type { Match } from '../model/match.ts'
import { pairKey } from './pairs.ts'

/** A pair that may be offered. `cost` is in half edits; `number` is the pair's place in the memory: later ones are newer. */
export interface Offer {
  readonly match: Match
  readonly cost: number
  readonly number: number
}

/** The best of the offers added so far, at most `limit` of them, one for each source and target. */
export interface BestOffers {
  take(offer: Offer): void
  /** The score below which no offer is accepted any more. */
  worst(): number
  /** Whether a fuzzy offer of this score, cost and number would be accepted, unless a better one has its source and target. */
  accepts(score: number, cost: number, number: number): boolean
  /** Best first. */
  matches(): readonly Match[]
}

export function createBestOffers(limit: number): BestOffers {
  const offers: Offer[] = []
  return {
    take(offer) {
      const last = offers[limit - 1]
      if (last !== undefined && compare(offer, last) > 0) return
      const key = pairKey(offer.match.pair)
      const twin = offers.find((other) => pairKey(other.match.pair) === key)
      if (twin !== undefined) {
        if (compare(offer, twin) > 0) return
        offers.splice(offers.indexOf(twin), 1)
      }
      const place = offers.findIndex((other) => compare(offer, other) < 0)
      offers.splice(place < 0 ? offers.length : place, 0, offer)
      if (offers.length > limit) offers.pop()
    },
    worst: () => offers[limit - 1]?.match.score ?? 0,
    accepts(score, cost, number) {
      const last = offers[limit - 1]
      if (last === undefined || score !== last.match.score) return last === undefined || score > last.match.score
      return last.match.type === 'fuzzy' && (cost - last.cost || last.number - number) <= 0
    },
    matches: () => offers.map((offer) => offer.match),
  }
}

const typeOrder = { ice: 0, exact: 1, fuzzy: 2 } as const

function compare(a: Offer, b: Offer): number {
  return (
    b.match.score - a.match.score ||
    typeOrder[a.match.type] - typeOrder[b.match.type] ||
    a.cost - b.cost ||
    b.number - a.number
  )
}
