import { isArticle } from '../../language/english/articles.ts'
import { endsNounPhrase, isClauseWord, isPreposition } from '../../language/english/function-words.ts'
import { headOf } from '../../language/english/noun-phrase.ts'
import { isSameInnerNoun, isSameNoun } from '../../language/english/nouns.ts'
import { isSameVerb, opensVerbPhrase } from '../../language/english/verbs.ts'
import type { Word } from '../../language/english/words.ts'
import type { Span } from '../../model/finding.ts'

/** What a word of a rendering may be inflected as. */
type Part = 'head' | 'inner' | 'verb' | 'fixed'

interface Wanted extends Word {
  readonly part: Part
  /** In lower case. */
  readonly key: string
}

/** The words of a rendering, ready to be looked for. */
export interface Phrase {
  readonly words: readonly Wanted[]
  /** Nothing in it is a name: articles inside may come and go, and words be written as one. */
  readonly common: boolean
}

/** Where a phrase stands, and whether with the capitals it must have. */
export interface Sighting extends Span {
  readonly cased: boolean
}

/** Makes a phrase of the words of a rendering. `verb` says that it is known to be one of a verb. */
export function phraseOf(
  rendering: readonly Word[],
  options: { readonly verb: boolean; readonly exact?: boolean },
): Phrase {
  const words = options.exact ? rendering : withoutArticle(rendering)
  const common = words.every(({ text }) => text === text.toLowerCase())
  const [first] = words
  const verbal =
    !options.exact &&
    common &&
    first !== undefined &&
    (options.verb || opensVerbPhrase(first.text) || takesObject(words))
  const head = verbal ? -1 : headOf(words)
  const partOf = (word: Word, at: number): Part => {
    if (options.exact) return 'fixed'
    if (verbal && (at === 0 || opensVerbPhrase(word.text))) return 'verb'
    if (at === head) return 'head'
    return common ? 'inner' : 'fixed'
  }
  return {
    words: words.map((word, at) => ({ ...word, part: partOf(word, at), key: word.text.toLowerCase() })),
    common,
  }
}

function withoutArticle(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && isArticleWord(words[0]) ? words.slice(1) : words
}

function isArticleWord(word: Word | undefined): boolean {
  return word !== undefined && isArticle(word.text.toLowerCase())
}

/** A word before an article governs it: sound the alarm. */
function takesObject([first, second]: readonly Word[]): boolean {
  return second?.gap === ' ' && isArticleWord(second) && !isPreposition(first?.text ?? '')
}

/** After a preposition or a verb an article may come or go. */
function takesArticle({ part, key }: Wanted): boolean {
  return part === 'verb' || isPreposition(key)
}

/** Every place where the phrase stands in a text, its words one after the other. */
export function sightings(phrase: Phrase, text: readonly Word[]): readonly Sighting[] {
  if (phrase.words.length === 0) return []
  const found: Sighting[] = []
  const first = phrase.words[0] as Wanted
  for (let start = 0; start < text.length; start++) {
    if (!beginsLike(first, text[start] as Word)) continue
    const match = matchAt(phrase, 0, phrase.words.length, text, start)
    if (match !== null) found.push(spanOf(text, start, match))
  }
  return found
}

function spanOf(text: readonly Word[], start: number, { last, cased }: Match): Sighting {
  return { from: (text[start] as Word).from, to: (text[last] as Word).to, cased }
}

/** Whether a word can be the wanted one, or the beginning of it: an inflected noun begins like its base. */
function beginsLike({ part, key }: Wanted, { text }: Word): boolean {
  return part === 'verb' || key[0] === text[0] || key[0] === text[0]?.toLowerCase()[0]
}

interface Match {
  /** The place of the last word. */
  readonly last: number
  readonly cased: boolean
}

/** Whether the words `from` to `to` of the phrase stand in the text from `start` on. */
function matchAt(phrase: Phrase, from: number, to: number, text: readonly Word[], start: number): Match | null {
  let at = start
  let cased = true
  let index = from
  while (index < to) {
    let word = phrase.words[index] as Wanted
    if (index > from) {
      const loose = phrase.common && takesArticle(phrase.words[index - 1] as Wanted)
      const next = nextWord(word, text, at, loose)
      if (next === null) return null
      at = next
      if (loose && isArticleWord(word) && !isArticleWord(text[at])) {
        index += 1
        word = phrase.words[index] as Wanted
        if (index >= to) return null
      }
    }
    const found = text[at]
    if (found === undefined) return null
    const final = index === phrase.words.length - 1
    const taken = sameWord(word, found.text, final || (phrase.common && word.part !== 'verb'))
    if (taken !== null) {
      cased &&= taken
      index += 1
      continue
    }
    const joined = phrase.common ? joinedAt(phrase, index, to, text, at) : null
    if (joined === null) return null
    at = joined.at
    index = joined.index
  }
  return { last: at, cased }
}

/** Two words written as one, on either side: health care and healthcare. Gives the last place and the next word. */
function joinedAt(
  { words }: Phrase,
  index: number,
  to: number,
  text: readonly Word[],
  at: number,
): { readonly at: number; readonly index: number } | null {
  const [wanted, after] = [words[index] as Wanted, index + 1 < to ? words[index + 1] : undefined]
  const [found, next] = [text[at] as Word, text[at + 1]]
  const one = found.text.toLowerCase()
  if (after?.gap === ' ' && isCompound(wanted.key, after.key) && isSameNoun(wanted.key + after.key, one)) {
    return { at, index: index + 2 }
  }
  const following = next?.text.toLowerCase() ?? ''
  if (next?.gap === ' ' && isCompound(one, following) && isSameNoun(wanted.key, one + following)) {
    return { at: at + 1, index: index + 1 }
  }
  return null
}

const prefixes =
  /^(?:agri|anti|bio|co|counter|cyber|eco|electro|geo|hydro|inter|micro|mid|mini|multi|nano|non|petro|photo|post|pre|semi|super)$/
const seconds = /^(?:care|chain|force|house|land|line|making|makers?|place|side|sites?|waters?|ways?|wide)$/

/** Whether two words in lower case are a compound that is written as one word, too: bio-medicine, health care. */
function isCompound(a: string, b: string): boolean {
  return prefixes.test(a) || seconds.test(b)
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

function isJoint(word: string): boolean {
  return word === 'and' || word === 'or'
}

/** Whether a word is the one wanted: null for another one, otherwise whether its capitals are right. */
function sameWord(wanted: Wanted, found: string, possessive: boolean): boolean | null {
  const lower = found.toLowerCase()
  if (sameForm(wanted, lower)) return sameCapitals(wanted.text, found)
  if (!possessive || !/'s$/i.test(found)) return null
  const base = found.slice(0, -2)
  return sameForm(wanted, base.toLowerCase()) ? sameCapitals(wanted.text, base) : null
}

function sameForm({ part, key }: Wanted, found: string): boolean {
  if (key === found) return true
  if (part === 'fixed' || /\p{N}/u.test(key)) return false
  if (part === 'head') return isSameNoun(key, found)
  if (part === 'inner') return isSameInnerNoun(key, found) || isSameInnerNoun(key.replace(/'s$/, ''), found)
  return part === 'verb' && isSameVerb(key, found)
}

/** As wanted as far as the two agree, with an initial capital, or in capitals throughout. */
function sameCapitals(wanted: string, found: string): boolean {
  if (found === found.toUpperCase() && (found.length > 1 || wanted.length === 1)) return true
  const shared = commonStart(wanted.toLowerCase(), found.toLowerCase())
  const [a, b] = [wanted.slice(0, shared), found.slice(0, shared)]
  return a === b || b === a.slice(0, 1).toUpperCase() + a.slice(1)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

/** No sequence of conjuncts is looked through further than this many words. */
const farthest = 10

/**
 * Every place where the phrase shares words with others it is coordinated with: nylon in "nylon and carbon materials",
 * primary in "primary, secondary and tertiary industry", "nylon materials and fibers" for nylon fibers. The span is of
 * the words before those that are shared or in between.
 */
export function coordinated(phrase: Phrase, text: readonly Word[]): readonly Sighting[] {
  const { words } = phrase
  const found: Sighting[] = []
  const opening = words[0] as Wanted
  for (let start = 0; words.length > 1 && start < text.length; start++) {
    const word = text[start] as Word
    if (!beginsLike(opening, word) || sameWord(opening, word.text, false) === null) continue
    for (let cut = 1; cut < words.length; cut++) {
      const first = matchAt(phrase, 0, cut, text, start)
      if (first === null) break
      const rest = isArticleWord(words[cut]) ? null : restAfter(phrase, cut, text, first.last)
      if (rest === null) continue
      found.push(spanOf(text, start, { last: first.last, cased: first.cased && rest.cased }))
      break
    }
  }
  return found
}

/** The rest of a phrase, from its word `cut` on, after other conjuncts. */
function restAfter(phrase: Phrase, cut: number, text: readonly Word[], end: number): Match | null {
  const next = text[end + 1]
  if (next === undefined) return null
  const shared = isJoint(next.text) || /^(?:,|\/) ?$/.test(next.gap)
  let joint = -1
  for (let at = end + 1; at <= end + farthest && at < text.length; at++) {
    const word = text[at] as Word
    if (!/^(?:[,/-]? |\/)$/.test(word.gap)) return null
    const lower = word.text.toLowerCase()
    if (isJoint(lower)) {
      if (at > end + 1 && !shared && joint === -1 && at - end > 3) return null
      joint = at
      continue
    }
    const follows = joint !== -1 && (shared ? at > joint + 1 : at === joint + 1)
    if (follows) {
      const rest = matchAt(phrase, cut, phrase.words.length, text, at)
      if (rest !== null) return { last: rest.last, cased: rest.cased || isCommonPlural(text[rest.last] as Word) }
    }
    if (isClauseWord(lower) || endsNounPhrase(lower) || /\p{N}/u.test(lower)) return null
    if (!shared && joint !== -1) return null
  }
  return null
}

/** Henan and Hebei provinces: what names share is a common noun when it is plural. */
function isCommonPlural({ text }: Word): boolean {
  return text === text.toLowerCase() && text.endsWith('s')
}
