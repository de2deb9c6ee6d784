import type { Severity, Span } from '../model/finding.ts'

/** Every kind of thing the proofing of English says. Words for each belong in `locales/<language>/findings.json`. */
export const proofCodes = [
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
export type ProofCode = (typeof proofCodes)[number]

/**
 * What proofing says of a stretch of English. `params.found` is the stretch, cut to a readable length; `fix` is English
 * that one key puts in the place of `span`, given only where there is one plain correction.
 */
export interface ProofItem {
  readonly code: ProofCode
  readonly severity: Severity
  readonly span: Span
  readonly params: Readonly<Record<string, string>>
  readonly fix?: string
}

const readable = 60

/** An item for the stretch from `from` to `to` of `text`. */
export function item(code: ProofCode, severity: Severity, text: string, span: Span, fix?: string): ProofItem {
  const found = text.slice(span.from, span.to)
  const shown = found.length > readable ? `${found.slice(0, readable)}…` : found
  const params: Record<string, string> = fix === undefined ? { found: shown } : { found: shown, expected: fix }
  return { code, severity, span, params, ...(fix === undefined ? {} : { fix }) }
}
