import { item, type ProofItem } from './item.ts'

/**
 * Straight and curly quotation marks in one text: the straight ones are told, since the curly ones were chosen. A text
 * that has only one of the two is let be; whether a document is of one mind is another question (`consistency`).
 */
export function quotes(text: string): readonly ProofItem[] {
  if (!/[“”]/.test(text)) return []
  const items: ProofItem[] = []
  for (const { index: from } of text.matchAll(/(?<![\d\p{L}])"(?=[\p{L}\p{N}])|(?<=[\p{L}.,!?])"(?!\p{L})/gu)) {
    const opens = /[\p{L}\p{N}]/u.test(text[from + 1] ?? '')
    items.push(item('proof-quotes', 'note', text, { from, to: from + 1 }, opens ? '“' : '”'))
  }
  return items
}
