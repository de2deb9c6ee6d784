export const severities = ['error', 'warning', 'note'] as const
export type Severity = (typeof severities)[number]

/** The kinds of finding that one segment shows, in the order in which people read them. */
export const segmentCodes = [
  'target-empty',
  'quantity-missing',
  'quantity-changed',
  'quantity-added',
  'term-missing',
  'term-forbidden',
  'term-deprecated',
  'term-case',
  'term-few',
  'chinese-left',
  'control-character',
  'sentence-end',
  'quotes-unbalanced',
  'brackets-unbalanced',
  'space-doubled',
  'space-before-mark',
  'space-missing',
  'word-repeated',
] as const

/** The kinds that only the whole document shows. */
export const documentCodes = [
  'source-translated-two-ways',
  'term-first-mention',
  'term-added',
  'name-pinyin',
  'name-two-ways',
  'name-title',
] as const

/** The kinds that reading the English as English shows, with dictionaries. */
export const proofreadingCodes = [
  'proof-spelling',
  'proof-dialect',
  'proof-capital',
  'proof-article',
  'proof-agreement',
  'proof-verb-form',
  'proof-number',
  'proof-confused',
  'proof-mark-doubled',
  'proof-dash',
  'proof-quotes',
  'proof-title-case',
] as const

/** Every kind of finding. Words for each stand in `locales/<language>/findings.json`. */
export const findingCodes = [...segmentCodes, ...documentCodes, ...proofreadingCodes] as const
export type SegmentCode = (typeof segmentCodes)[number]
export type DocumentCode = (typeof documentCodes)[number]
export type ProofreadingCode = (typeof proofreadingCodes)[number]
export type FindingCode = (typeof findingCodes)[number]

/** A stretch of plain text, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * What a check says of a segment. `params` fill the words of the code; `fix` is English that one key puts in
 * the place of `target` (or at the cursor where there is no `target`).
 */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly segment: string
  readonly source?: Span
  readonly target?: Span
  readonly params: Readonly<Record<string, string>>
  readonly fix?: string
}

/** What tells two findings of a segment apart: a waiver holds for a key, wherever in the text it stands. */
export function findingKey(finding: Finding): string {
  const params = Object.entries(finding.params).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([finding.code, ...params.map(([name, value]) => `${name}=${value}`)])
}
