import type { CountFigures, Counts } from '../../model/counts.ts'
import { issueSeverities, type QualitySettings } from '../../model/quality.ts'
import { scoreFrom } from '../quality.ts'

/** What follows from counts, by the settings of now. */
export function countFigures(counts: Counts, { weights, measure }: QualitySettings): CountFigures {
  const { postEditEdits, postEditCharacters, assessedSentences, assessedWords, assessedCharacters } = counts
  const distance = postEditCharacters === 0 ? null : Math.round((1000 * postEditEdits) / postEditCharacters) / 10
  if (assessedSentences === 0) return { distance, penalty: null, perThousand: null, score: null }
  const penalty = issueSeverities.reduce((sum, severity) => sum + counts[`${severity}Issues`] * weights[severity], 0)
  return { distance, ...scoreFrom(penalty, measure === 'words' ? assessedWords : assessedCharacters) }
}
