import { type Inline, plain } from '../model/inline.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import { canonicalJson } from './canonical.ts'

/** Most UTF-16 units in a target, a comment or a reason. */
export const longestText = 20_000

/** A text as it is stored: a lone surrogate, which cannot be hashed, becomes U+FFFD. Empty strings are removed. */
export function keptInline(inline: Inline): Inline {
  return inline
    .map((part) =>
      typeof part === 'string'
        ? part.toWellFormed()
        : { ...part, id: part.id.toWellFormed(), data: part.data.toWellFormed() },
    )
    .filter((part) => part !== '')
}

/** A comment or a reason as it is stored. */
export function keptText(text: string): string {
  return text.toWellFormed().trim()
}

export function refusalOfLength(text: string): Refusal | null {
  return text.length > longestText ? refuse('text-too-long', { most: String(longestText) }) : null
}

export function sameInline(a: Inline, b: Inline): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

export function isBlank(inline: Inline): boolean {
  return plain(inline).trim() === ''
}
