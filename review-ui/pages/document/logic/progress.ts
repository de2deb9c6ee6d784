import type { DisplayedState } from './displayed-state.ts'

/** One tick of the strip: one segment, or a run of neighbours where the document is long. */
export interface Tick {
  /** The look of the least advanced segment in it. */
  readonly look: DisplayedState
  /** Whether a person must act: an error, or a sentence returned. */
  readonly flagged: boolean
  /** The segment a press on it leads to: the first that is flagged, or else the first least advanced. */
  readonly segment: string
  readonly from: number
  readonly to: number
}

const rank: Readonly<Record<DisplayedState, number>> = {
  empty: 0,
  returned: 1,
  draft: 1,
  edited: 1,
  translated: 2,
  reviewed: 3,
  final: 4,
}

/** How high a tick stands: 0 nothing to 4 signed. */
export function heightOf(look: DisplayedState): number {
  return rank[look]
}

/** The document as at most `limit` ticks in reading order, each for the same number of segments give or take one. */
export function ticksOf(
  segments: readonly { readonly id: string; readonly look: DisplayedState; readonly errors: number }[],
  limit: number,
): readonly Tick[] {
  const count = Math.min(limit, segments.length)
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * segments.length) / count)
    const to = Math.floor(((index + 1) * segments.length) / count)
    const run = segments.slice(from, to)
    const lowest = run.reduce((low, next) => (rank[next.look] < rank[low.look] ? next : low))
    const flagged = run.find(({ look, errors }) => errors > 0 || look === 'returned')
    return {
      look: lowest.look,
      flagged: flagged !== undefined,
      segment: (flagged ?? lowest).id,
      from: from + 1,
      to,
    }
  })
}
