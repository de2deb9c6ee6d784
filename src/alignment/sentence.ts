/** What is compared of a segment. */
export interface Sentence {
  /** Code points without white space. */
  readonly length: number
  readonly block: number
  /** Whether it ends like a sentence; a heading and a piece of a sentence do not. */
  readonly closed: boolean
  /** Whether its sentence goes on in the next segment. */
  readonly goesOn: boolean
  /** How many sentences seem to stand in it, at least 1. */
  readonly sentences: number
  /** What may be met in the other text: each symbol once, in order of their numbers. */
  readonly symbols: readonly number[]
}

/** Segments of both texts that are taken for each other's translation. */
export interface Group {
  readonly zh: readonly Sentence[]
  readonly en: readonly Sentence[]
}

const closing = /[。．.！？!?…][”’」』"')）\]]*\s*$/
const sentenceEnd = /[。！？]|[.!?](?=["”’)]*(?:\s+["“‘(]*\p{Lu}|\s*$))/gu

const comma = /[，、；：,;:]\s*$/
const smallLetter = /^\s*\p{Ll}/u

/** A segment by its text, the text of the next one, and the numbers of its symbols. */
export function sentenceOf(text: string, next: string, block: number, symbols: Iterable<number>): Sentence {
  const end = text.slice(-20)
  let length = 0
  for (const character of text) if (character.trim() !== '') length++
  return {
    length,
    block,
    closed: closing.test(end),
    goesOn: comma.test(end) || smallLetter.test(next),
    sentences: Math.max(1, text.match(sentenceEnd)?.length ?? 0),
    symbols: [...symbols].sort((a, b) => a - b),
  }
}

/** Whether both sides have segments. */
export function isPair({ zh, en }: Group): boolean {
  return zh.length > 0 && en.length > 0
}

/** The length of several segments together. */
export function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { length }) => sum + length, 0)
}

/** The symbols of several segments together, each once. */
export function symbolsOf(sentences: readonly Sentence[]): readonly number[] {
  if (sentences.length === 1) return sentences[0]?.symbols ?? []
  return [...new Set(sentences.flatMap(({ symbols }) => symbols))]
}
