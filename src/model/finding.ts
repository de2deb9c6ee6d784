export const severities = ['error', 'warning', 'note'] as const
export type Severity = (typeof severities)[number]

/** The kinds of finding in one segment, in the order in which people read them. */
export const segmentCodes = [
  'target-empty',
  'quantity-missing',
  'quantity-changed',
  'quantity-added',
  'quantity-bound',
  'quantity-direction',
  'quantity-counted',
  'quantity-order',
  'negation-added',
  'negation-missing',
  'possibility-added',
  'adverse-added',
  'term-missing',
  'term-forbidden',
  'term-deprecated',
  'term-case',
  'term-few',
  'code-missing',
  'code-doubled',
  'code-crossed',
  'chinese-left',
  'control-character',
  'letters-mixed',
  'marks-stacked',
  'source-invisible',
  'sentence-end',
  'quotes-unbalanced',
  'brackets-unbalanced',
  'space-doubled',
  'space-before-mark',
  'space-missing',
  'word-repeated',
] as const

/** The kinds of finding that need the whole document. */
export const documentCodes = [
  'source-translated-two-ways',
  'same-english',
  'english-repeated',
  'length-short',
  'length-long',
  'content-apart',
  'content-missing',
  'content-list',
  'expression-missing',
  'numbering-missing',
  'term-first-mention',
  'term-added',
  'name-pinyin',
  'name-two-ways',
  'name-title',
  'name-exchanged',
  'name-added',
  'name-missing',
] as const

/** The kinds of finding that proofreading with dictionaries gives. */
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

/** What nobody can let stand: people sign what they see, and here they see something else. */
const neverWaived: ReadonlySet<string> = new Set<FindingCode>(['control-character', 'letters-mixed'])

export function isWaivable({ code }: Pick<Finding, 'code'>): boolean {
  return !neverWaived.has(code)
}

/** Whether a waiver of the finding with this key (`findingKey`) can count. */
export function isWaivableKey(key: string): boolean {
  return ![...neverWaived].some((code) => key.startsWith(`["${code}"`))
}

/** Findings that say where to look, since something may be left out, added or another's: as notes they order the reviser's work. */
const lookCodes = [
  'content-list',
  'content-apart',
  'content-missing',
  'expression-missing',
  'length-short',
  'length-long',
  'name-added',
  'name-missing',
  'negation-added',
  'negation-missing',
  'possibility-added',
  'adverse-added',
  'quantity-order',
] as const satisfies readonly FindingCode[]
export type LookCode = (typeof lookCodes)[number]
const looks: ReadonlySet<FindingCode> = new Set(lookCodes)

/** Whether a finding is a place to look first: likely, and not certain enough to warn of. */
export function isLook({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  return severity === 'note' && looks.has(code)
}

/** Whether a finding is about inline codes, and not about words. */
export function isAboutCodes({ code }: Pick<Finding, 'code'>): boolean {
  return code === 'code-missing' || code === 'code-doubled' || code === 'code-crossed'
}

/** A stretch of plain text, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * The result of a check about a segment. `params` fill the words of the code; `fix` is English that one key inserts in
 * place of `target` (or at the cursor if there is no `target`).
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

/** A finding that blocks nothing. */
export interface Remark extends Finding {
  readonly severity: Exclude<Severity, 'error'>
}

/** Identifies a finding within its segment: a waiver applies to a key, independent of the place in the text. */
export function findingKey(finding: Finding): string {
  const params = Object.entries(finding.params).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([finding.code, ...params.map(([name, value]) => `${name}=${value}`)])
}
