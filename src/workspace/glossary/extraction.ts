import counts from '../../terms/extraction/background.json' with { type: 'json' }
import { readBackground } from '../../terms/extraction/background.ts'
import { type ProposedEnglish, proposeEnglish } from '../../terms/extraction/english.ts'
import { type Candidate, extractCandidates } from '../../terms/extraction/extract.ts'

/** What an extraction works on: plain values, so that it may be done in another thread. */
export interface ExtractionJob {
  readonly texts: readonly string[]
  /** Forms that are no candidates: those in the termbase and those set aside. */
  readonly excluded: readonly string[]
  readonly limit: number
  /** What English is proposed from. */
  readonly pairs: readonly { readonly source: string; readonly target: string }[]
}

export type Extracted = readonly (Candidate & { readonly english: ProposedEnglish | null })[]

/** Candidates of terms in texts, the likeliest first, with the English that pairs have for them. */
export function runExtraction({ texts, excluded: known, limit, pairs }: ExtractionJob): Extracted {
  const candidates = extractCandidates(texts, { background: readBackground(counts), excluded: known, limit })
  const english = proposeEnglish(
    candidates.map(({ form }) => form),
    pairs,
  )
  return candidates.map((candidate) => ({ ...candidate, english: english.get(candidate.form) ?? null }))
}
