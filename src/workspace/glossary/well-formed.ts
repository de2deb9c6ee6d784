import type { TermFields } from '../../terms/termbase/termbase.ts'

/** Half a surrogate pair cannot be hashed: it becomes U+FFFD. */
export function wellFormed(fields: TermFields): TermFields {
  return JSON.parse(JSON.stringify(fields), (_, value) => (typeof value === 'string' ? value.toWellFormed() : value))
}
