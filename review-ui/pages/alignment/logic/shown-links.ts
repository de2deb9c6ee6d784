import { type Confidence, confidenceOf, type Links, type MendedLink } from './links.ts'

/** Which links a list shows. */
export const filters = ['doubtful', 'alone', 'hand', 'all'] as const
export type Filter = (typeof filters)[number]

export function passes(filter: Filter, confidence: Confidence, { by }: Pick<MendedLink, 'by'>): boolean {
  if (filter === 'all') return true
  return filter === 'hand' ? by === 'person' : confidence === filter
}

/** The places of the links that a filter shows: with their neighbours where wanted, and always the active one. */
export function shownOf(links: Links, filter: Filter, around: boolean, active: number): readonly number[] {
  const passing = links.map((link) => passes(filter, confidenceOf(link), link))
  return links.flatMap((_, at) => {
    const isNear = around && (passing[at - 1] === true || passing[at + 1] === true)
    return passing[at] === true || isNear || at === active ? [at] : []
  })
}
