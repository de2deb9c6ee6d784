import type { DisplayedState } from './displayed-state.ts'
import type { Row } from './row.ts'

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

type TickedRow = Pick<Row, 'id' | 'look' | 'errors'>

/** Ticks, and what they were made of. */
export interface Ticks {
  readonly rows: readonly TickedRow[]
  readonly ticks: readonly Tick[]
}

/**
 * The document as at most `limit` ticks in reading order, each for the same number of segments give or take one. A tick
 * whose rows are those of the ticks before is taken from there.
 */
export function ticksOf(rows: readonly TickedRow[], limit: number, before?: Ticks): Ticks {
  const count = Math.min(limit, rows.length)
  const known = before?.rows.length === rows.length && before.ticks.length === count ? before : undefined
  const ticks = Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * rows.length) / count)
    const to = Math.floor(((index + 1) * rows.length) / count)
    const tick = known?.ticks[index]
    return tick !== undefined && isSameRun(rows, known?.rows ?? [], from, to)
      ? tick
      : tickOf(rows.slice(from, to), from)
  })
  return { rows, ticks }
}

function isSameRun(rows: readonly TickedRow[], before: readonly TickedRow[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (rows[index] !== before[index]) return false
  return true
}

function tickOf(run: readonly TickedRow[], from: number): Tick {
  const lowest = run.reduce((low, next) => (rank[next.look] < rank[low.look] ? next : low))
  const flagged = run.find(({ look, errors }) => errors > 0 || look === 'returned')
  return {
    look: lowest.look,
    flagged: flagged !== undefined,
    segment: (flagged ?? lowest).id,
    from: from + 1,
    to: from + run.length,
  }
}
