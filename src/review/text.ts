import { type Inline, plain } from '../model/inline.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import { canonicalJson } from './canonical.ts'

/** UTF-16 units that a target, a comment or a reason may hold. */
const longestText = 20_000

/** Text as it is kept: half a surrogate pair, which no hash can bind, becomes U+FFFD. Empty strings fall away. */
export function keptInline(inline: Inline): Inline {
  return inline
    .map((part) =>
      typeof part === 'string'
        ? part.toWellFormed()
        : { type: part.type, id: part.id.toWellFormed(), data: part.data.toWellFormed() },
    )
    .filter((part) => part !== '')
}

/** A comment or a reason as it is kept. */
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
