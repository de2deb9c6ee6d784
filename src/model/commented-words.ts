import type { Span } from './finding.ts'

/**
 * Words of a sentence that a comment is on. `from` is an offset in the plain text that they were chosen in, in UTF-16
 * units; `before` and `after` are what stood around them there, by which they are found again in another text.
 */
export interface CommentedWords {
  readonly side: 'source' | 'target'
  readonly from: number
  readonly words: string
  readonly before: string
  readonly after: string
}

/** How much of the text around words is kept, in UTF-16 units. */
const around = 24

/** Words of a text with what stands around them. */
export function commentedWords(
  side: CommentedWords['side'],
  text: string,
  from: number,
  words: string,
): CommentedWords {
  const to = from + words.length
  return {
    side,
    from,
    words,
    before: text.slice(Math.max(0, from - around), from).toWellFormed(),
    after: text.slice(to, to + around).toWellFormed(),
  }
}

/**
 * Where the words stand in a text: of several places the one with the most around it as it was, and of equal ones the
 * nearest. Null where they are gone; what was a word of its own does not stand within a longer one.
 */
export function placeOfWords(text: string, { from, words, before, after }: Omit<CommentedWords, 'side'>): Span | null {
  if (words === '') return null
  let best: { readonly at: number; readonly score: number } | null = null
  const [startsWord, endsWord] = [isBetween(before, words), isBetween(words, after)]
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [left, right] = [text.slice(0, at), text.slice(at + words.length)]
    if ((startsWord && !isBetween(left, words)) || (endsWord && !isBetween(words, right))) continue
    const score = commonEnd(left, before) + commonStart(right, after)
    const isBetter =
      best === null || score > best.score || (score === best.score && Math.abs(at - from) < Math.abs(best.at - from))
    if (isBetter) best = { at, score }
  }
  return best && { from: best.at, to: best.at + words.length }
}

/** Whether no Latin word and no number goes on from the end of one text into the other. */
function isBetween(left: string, right: string): boolean {
  return !(/[\p{Script=Latin}\p{N}]$/u.test(left) && /^[\p{Script=Latin}\p{N}]/u.test(right))
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
