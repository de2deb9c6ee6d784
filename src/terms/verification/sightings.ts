import { isPreposition } from '../../language/english/function-words.ts'
import { isSameNoun } from '../../language/english/nouns.ts'
import { isCompound } from '../../language/english/word-formation.ts'
import type { Word } from '../../language/english/words.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'
import { isArticleWord, type Phrase, type Wanted } from './phrase.ts'
import { sameWord } from './same-word.ts'

/** Where a phrase stands, and whether with the capitals it must have. */
export interface Sighting extends Span {
  readonly isCased: boolean
}

/** Every place where the phrase stands in a text, its words one after the other. */
export function sightings(phrase: Phrase, text: readonly Word[]): readonly Sighting[] {
  const [first] = phrase.words
  if (first === undefined) return []
  const places: Sighting[] = []
  for (let start = 0; start < text.length; start++) {
    if (!beginsLike(first, wordAt(text, start))) continue
    const match = matchAt(phrase, 0, phrase.words.length, text, start)
    if (match !== null) places.push(sightingOf(text, start, match))
  }
  return places
}

function wordAt<T>(words: readonly T[], at: number): T {
  return expectDefined(words[at], 'a word')
}

export function sightingOf(text: readonly Word[], start: number, { last, isCased }: Match): Sighting {
  return { from: wordAt(text, start).from, to: wordAt(text, last).to, isCased }
}

/** Whether a word can be the wanted one, or the beginning of it: an inflected noun begins like its base. */
export function beginsLike({ part, key }: Wanted, { text }: Word): boolean {
  return part === 'verb' || key[0] === text[0] || key[0] === text[0]?.toLowerCase()[0]
}

export interface Match {
  /** The place of the last word. */
  readonly last: number
  readonly isCased: boolean
}

/** Whether the words `from` to `to` of the phrase stand in the text from `start` on. */
export function matchAt(phrase: Phrase, from: number, to: number, text: readonly Word[], start: number): Match | null {
  let at = start
  let isCased = true
  let index = from
  while (index < to) {
    let word = wordAt(phrase.words, index)
    if (index > from) {
      const loose = phrase.common && takesArticle(wordAt(phrase.words, index - 1))
      const next = nextWord(word, text, at, loose)
      if (next === null) return null
      at = next
      if (loose && isArticleWord(word) && !isArticleWord(text[at])) {
        index += 1
        if (index >= to) return null
        word = wordAt(phrase.words, index)
      }
    }
    const standing = text[at]
    if (standing === undefined) return null
    const final = index === phrase.words.length - 1
    const taken = sameWord(word, standing.text, final || (phrase.common && word.part !== 'verb'))
    if (taken !== null) {
      isCased &&= taken
      index += 1
      continue
    }
    const joined = phrase.common ? joinedAt(phrase, index, to, text, at) : null
    if (joined === null) return null
    at = joined.at
    index = joined.index
  }
  return { last: at, isCased }
}

/** Two words written as one, on either side: health care and healthcare. Gives the last place and the next word. */
function joinedAt(
  { words }: Phrase,
  index: number,
  to: number,
  text: readonly Word[],
  at: number,
): { readonly at: number; readonly index: number } | null {
  const wanted = wordAt(words, index)
  const after = index + 1 < to ? words[index + 1] : undefined
  const standing = wordAt(text, at)
  const next = text[at + 1]
  const lower = standing.text.toLowerCase()
  if (after?.gap === ' ' && isCompound(wanted.key, after.key) && isSameNoun(wanted.key + after.key, lower)) {
    return { at, index: index + 2 }
  }
  const following = next?.text.toLowerCase() ?? ''
  if (next?.gap === ' ' && isCompound(lower, following) && isSameNoun(wanted.key, lower + following)) {
    return { at: at + 1, index: index + 1 }
  }
  return null
}

/** The place of the word after `at` if the gap before it is the one wanted; a bracketed abbreviation may intervene. */
function nextWord(wanted: Wanted, text: readonly Word[], at: number, loose: boolean): number | null {
  const next = text[at + 1]
  if (next === undefined) return null
  if (sameGap(wanted, next.gap)) {
    const skips = loose && isArticleWord(next) && !isArticleWord(wanted) && text[at + 2]?.gap === ' '
    return skips ? at + 2 : at + 1
  }
  const after = text[at + 2]
  const bracketed = next.gap === ' (' && /^\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*$/u.test(next.text)
  return bracketed && after?.gap.startsWith(')') && sameGap(wanted, after.gap.slice(1)) ? at + 2 : null
}

function sameGap(wanted: Wanted, gap: string): boolean {
  if (gap === wanted.gap) return true
  return isJoint(wanted.text) && [' ', ', '].includes(gap) && [' ', ', '].includes(wanted.gap)
}

export function isJoint(word: string): boolean {
  return word === 'and' || word === 'or'
}

/** After a preposition or a verb an article may come or go. */
function takesArticle({ part, key }: Wanted): boolean {
  return part === 'verb' || isPreposition(key)
}
