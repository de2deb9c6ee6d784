import type { Amount, Coverage, CoverageBand } from '../model/coverage.ts'
import type { Match } from '../model/match.ts'

/** The least score of a match that counts: below it, to translate anew is faster. */
export const leastCovered = 50

/** A segment in order, with the best match that the memory has for it. */
export interface CoveredSegment {
  readonly source: string
  readonly match: Pick<Match, 'type' | 'score'> | null
}

/** The band of each segment, in order. */
export function bandsOf(segments: readonly CoveredSegment[]): readonly CoverageBand[] {
  const earlier = new Set<string>()
  return segments.map(({ source, match }) => {
    const isRepeated = earlier.has(source)
    earlier.add(source)
    if (match?.type === 'ice' && match.score === 100) return 'context'
    if (match?.type === 'exact' && match.score === 100) return 'exact'
    return isRepeated ? 'repetition' : bandOfScore(match?.score ?? 0)
  })
}

/** How much of a document a memory has. */
export function coverageOf(segments: readonly CoveredSegment[]): Coverage {
  const bands = bandsOf(segments)
  const amountOf = (counted: readonly CoveredSegment[]): Amount => ({
    segments: counted.length,
    characters: counted.reduce((sum, { source }) => sum + [...source].length, 0),
  })
  const inBand = (band: CoverageBand) => amountOf(segments.filter((_, at) => bands[at] === band))
  return {
    total: amountOf(segments),
    bands: {
      context: inBand('context'),
      exact: inBand('exact'),
      repetition: inBand('repetition'),
      '95-99': inBand('95-99'),
      '85-94': inBand('85-94'),
      '75-84': inBand('75-84'),
      '50-74': inBand('50-74'),
      new: inBand('new'),
    },
  }
}

function bandOfScore(score: number): CoverageBand {
  if (score >= 95) return '95-99'
  if (score >= 85) return '85-94'
  if (score >= 75) return '75-84'
  return score >= leastCovered ? '50-74' : 'new'
}
