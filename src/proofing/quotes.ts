import type { Span } from '../model/finding.ts'

/** A straight quotation mark, and whether it opens. */
interface StraightMark extends Span {
  readonly opens: boolean
}

/** The straight quotation marks of a text. What may stand for inches or belongs to a word in between is none. */
export function straightMarks(text: string): readonly StraightMark[] {
  return [...text.matchAll(/(?<![\d\p{L}])"(?=[\p{L}\p{N}])|(?<=[\p{L}.,!?])"(?!\p{L})/gu)].map(({ index: from }) => ({
    from,
    to: from + 1,
    opens: /[\p{L}\p{N}]/u.test(text[from + 1] ?? ''),
  }))
}
