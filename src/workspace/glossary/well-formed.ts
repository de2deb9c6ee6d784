import type { TermFields } from '../../terms/termbase/termbase.ts'

/** Half a surrogate pair cannot be hashed: it becomes U+FFFD. */
export function wellFormed(fields: TermFields): TermFields {
  const json = JSON.stringify(fields)
  // JSON escapes a lone surrogate, and nothing else in this way.
  if (!/\\ud[89a-f]/i.test(json)) return JSON.parse(json)
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))
}
