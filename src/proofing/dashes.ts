import type { Dialect } from '../model/house-style.ts'
import { type ProofItem, proofItem } from './proof-item.ts'

/** The dash of a dialect's books: American ones close up the long one, British ones space the short one. */
const dash: Readonly<Record<Dialect, string>> = { american: '—', british: ' – ' }

/**
 * Two hyphens in the place of a dash, as a typewriter has it. A single one between spaces is a question of the whole
 * document (`consistency`).
 */
export function dashes(text: string, dialect: Dialect): readonly ProofItem[] {
  const items: ProofItem[] = []
  for (const { 0: hyphens, index: from } of text.matchAll(
    /(?<=[\p{L}\p{N},"”’)?!])(?: -- |--)(?=[\p{L}\p{N}"“‘(])/gu,
  )) {
    items.push(proofItem('proof-dash', 'note', text, { from, to: from + hyphens.length }, dash[dialect]))
  }
  return items
}
