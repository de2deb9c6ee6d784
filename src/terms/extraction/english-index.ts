import { phraseEdgeWords } from '../../language/english/data/phrase-edge-words.ts'
import { wordsOf } from '../../language/english/words.ts'
import { entriesOf } from '../../language/lists.ts'
import { expectDefined } from '../../model/expect.ts'

/** Counts the texts that contain a phrase, inside and outside a set of texts. */
export interface PhraseIndex {
  /**
   * `key`: as `phrasesOf` gives it; `within`: numbers of texts. Each text counts once. Null if more than `most` texts
   * outside the set have the phrase: counting stops there.
   */
  count(
    key: string,
    within: ReadonlySet<number>,
    most: number,
  ): { readonly within: number; readonly elsewhere: number } | null
}

const longestPhrase = 8
/** Words that no phrase begins or ends with. */
const edgeWords = new Set(entriesOf(phraseEdgeWords))

export function indexPhrases(texts: readonly string[]): PhraseIndex {
  const numbers = new Map<string, number>()
  // All words of all texts in order: the word's number, its text, and whether it directly follows the previous word.
  const stems: number[] = []
  const owners: number[] = []
  const joined: boolean[] = []
  const places: number[][] = []
  for (const [owner, text] of texts.entries()) {
    for (const [at, word] of wordsOf(text).entries()) {
      const stem = stemOf(word.text)
      const number = numbers.get(stem) ?? numbers.size
      numbers.set(stem, number)
      const placesOfStem = places[number]
      if (placesOfStem) placesOfStem.push(stems.length)
      else places[number] = [stems.length]
      stems.push(number)
      owners.push(owner)
      joined.push(at > 0 && word.gap === ' ')
    }
  }
  return {
    count(key, within, most) {
      const wanted = key.split(' ').map((stem) => numbers.get(stem) ?? -1)
      const placesOf = (at: number) => places[wanted[at] ?? -1] ?? []
      const [rarest = 0] = wanted.map((_, at) => at).sort((a, b) => placesOf(a).length - placesOf(b).length)
      const [inside, outside] = [new Set<number>(), new Set<number>()]
      for (const place of placesOf(rarest)) {
        const first = place - rarest
        if (!wanted.every((stem, at) => stems[first + at] === stem && (at === 0 || joined[first + at]))) continue
        const owner = expectDefined(owners[first], 'the text of a word')
        if (within.has(owner)) inside.add(owner)
        else if (outside.add(owner).size > most) return null
      }
      return { within: inside.size, elsewhere: outside.size }
    },
  }
}

/** Every phrase of a text once: its key, which is its words in lower case without the plural, and its wording. */
export function phrasesOf(text: string): ReadonlyMap<string, string> {
  const words = wordsOf(text)
  const stems = words.map((word) => stemOf(word.text))
  const isWeakAt = (at: number) => edgeWords.has(expectDefined(stems[at], 'the stem of a word'))
  const phrases = new Map<string, string>()
  for (const [first, { from }] of words.entries()) {
    if (isWeakAt(first)) continue
    let key = ''
    for (let last = first; last < Math.min(words.length, first + longestPhrase); last++) {
      const word = expectDefined(words[last], 'a word')
      // A mark other than a hyphen ends the phrase.
      if (last > first && word.gap !== ' ') break
      key += `${last > first ? ' ' : ''}${stems[last]}`
      if (isWeakAt(last) || phrases.has(key)) continue
      phrases.set(key, text.slice(from, word.to))
    }
  }
  return phrases
}

function stemOf(word: string): string {
  const lower = word.toLowerCase().replace(/'s$/, '')
  return /[^s]s$/.test(lower) && lower.length > 3 ? lower.slice(0, -1).replace(/ie$/, 'y') : lower
}
