import type { ProofreadingCode, Remark, Span } from '../model/finding.ts'

/**
 * What proofing says of a stretch of English. `params.found` is the stretch, cut to a readable length, and
 * `params.expected` what should stand there or, where there is no `fix`, what perhaps should; `fix` is English that one
 * key puts in the place of `span`, given only where there is one plain correction.
 */
export interface ProofItem {
  readonly code: ProofreadingCode
  readonly severity: Remark['severity']
  readonly span: Span
  readonly params: Readonly<Record<'found' | 'expected', string>>
  readonly fix?: string
}

const readable = 60

/** An item for the stretch `span` of `text`; `plain`: what is expected is the one plain correction. */
export function proofItem(
  code: ProofreadingCode,
  severity: Remark['severity'],
  text: string,
  span: Span,
  expected: string,
  plain = true,
): ProofItem {
  const stretch = text.slice(span.from, span.to)
  const shown = stretch.length > readable ? `${stretch.slice(0, readable)}…` : stretch
  return { code, severity, span, params: { found: shown, expected }, ...(plain && { fix: expected }) }
}
