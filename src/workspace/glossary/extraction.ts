import counts from '../../terms/extraction/background.json' with { type: 'json' }
import { readBackground } from '../../terms/extraction/background.ts'
import { type ProposedEnglish, proposeEnglish } from '../../terms/extraction/english.ts'
import { type Candidate, extractCandidates } from '../../terms/extraction/extract.ts'

/** The input of an extraction: plain values, so that another thread can run it. */
export interface ExtractionJob {
  readonly texts: readonly string[]
  /** Forms that are not candidates: those in the termbase and those dismissed. */
  readonly excluded: readonly string[]
  readonly limit: number
  /** The pairs from which English is proposed. */
  readonly pairs: readonly { readonly source: string; readonly target: string }[]
}

export type Extracted = readonly (Candidate & { readonly english: ProposedEnglish | null })[]

/** Candidates of terms in texts, the likeliest first, with the English that pairs give for them. */
export function runExtraction({ texts, excluded, limit, pairs }: ExtractionJob): Extracted {
  const candidates = extractCandidates(texts, { background: readBackground(counts), excluded: excluded, limit })
  const english = proposeEnglish(
    candidates.map(({ form }) => form),
    pairs,
  )
  return candidates.map((candidate) => ({ ...candidate, english: english.get(candidate.form) ?? null }))
}
