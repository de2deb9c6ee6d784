import type { Match } from '../model/match.ts'
import { pairKey } from './pairs.ts'

/** A pair that may be offered. `distance` is in edits; `number` is the pair's place in the memory: later ones are newer. */
export interface Offer {
  readonly match: Match
  readonly distance: number
  readonly number: number
}

/** The best of the offers added so far, at most `limit` of them, one for each source and target. */
export interface BestOffers {
  take(offer: Offer): void
  /** The score below which no offer is accepted any more. */
  worst(): number
  /** Best first. */
  matches(): readonly Match[]
}

export function createBestOffers(limit: number): BestOffers {
  const offers: Offer[] = []
  return {
    take(offer) {
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
    matches: () => offers.map((offer) => offer.match),
  }
}

const typeOrder = { ice: 0, exact: 1, fuzzy: 2 } as const

function compare(a: Offer, b: Offer): number {
  return (
    b.match.score - a.match.score ||
    typeOrder[a.match.type] - typeOrder[b.match.type] ||
    a.distance - b.distance ||
    b.number - a.number
  )
}
