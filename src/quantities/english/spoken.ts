import { cardinals, ordinals, scales } from '../../language/english/numerals.ts'
import { rational } from '../number/rational.ts'
import { denominators, scaleWords, wordAt } from './numeral-words.ts'
import { afterGap, type NumeralValue, withScales } from './scale.ts'

const article = new RegExp(`an? (?=${scaleWords})`, 'y')
const andWord = / and (?=[a-z])/y
const halfOf = new RegExp(`(?:a )?(half|quarter)(?: of)?[ -](?:an? )?(?=${scaleWords})`, 'y')
/** No number that people say has more words. */
const mostWords = 16

/** half a million, a quarter of a billion */
function readHalfOf(text: string, from: number): NumeralValue | undefined {
  halfOf.lastIndex = from
  const part = halfOf.exec(text)?.[1]
  if (part === undefined) return undefined
  const value = rational(1n, part === 'half' ? 2n : 4n)
  return withScales(text, { to: halfOf.lastIndex - 1, value, form: 'cardinal', scaled: false }, false)
}

/** Number words as far as they are read. In "two million three hundred five" the total is 2,000,000, the section 305. */
interface WordsState {
  /** The value of what thousand, million or a greater scale has closed. */
  total: bigint
  section: bigint
  /** The kind of the last word, which tells what may follow it: twenty-one, but no "one twenty". */
  previous: 'none' | 'one' | 'ten' | 'scale'
  lastScale: bigint
  scaled: boolean
}

// Each function below takes one kind of word into the state. It answers false where the numeral ends before it.

function takeSmall(state: WordsState, number: bigint): boolean {
  const { previous } = state
  if (previous === 'one' || (previous === 'ten' && (number === 0n || number >= 10n))) return false
  state.section += number
  state.previous = number >= 20n ? 'ten' : 'one'
  return true
}

function takeScale(state: WordsState, scale: bigint): boolean {
  const { previous, section, lastScale } = state
  if (previous === 'none') return false
  if (scale === 100n || scale === 12n) state.section = (section === 0n ? 1n : section) * scale
  else {
    // two thousand million
    if (lastScale !== 0n && scale >= lastScale && section === 0n) state.total *= scale
    else state.total += section * scale
    state.section = 0n
    state.lastScale = scale
  }
  state.previous = 'scale'
  state.scaled = true
  return true
}

function takeWord(state: WordsState, word: string): boolean {
  const number = cardinals.get(word)
  if (number !== undefined) return takeSmall(state, number)
  const scale = scales.get(word)
  return scale !== undefined && takeScale(state, scale)
}

/** twenty-first, two hundred and fifth; two-thirds, four fifths. */
function endWithOrdinal(state: WordsState, word: string, ordinal: bigint, to: number): NumeralValue | undefined {
  const { total, section, previous } = state
  const denominator = denominators.get(word)
  if (previous === 'one' && denominator !== undefined && section > 0n && section < denominator)
    return { to, value: rational(section, denominator), form: 'fraction', scaled: false }
  if (previous === 'one' || (previous === 'ten' && ordinal >= 10n)) return undefined
  const last = ordinal >= 100n && section > 0n ? section * ordinal : section + ordinal
  return { to, value: rational(total + last), form: 'ordinal', scaled: false }
}

/** one half, three quarters. "Three quarters of 2024" are read as a fraction too: the comparison allows for it. */
function endWithDenominator(state: WordsState, word: string, to: number): NumeralValue | undefined {
  const denominator = denominators.get(word)
  const { total, section, previous } = state
  if (denominator === undefined || previous !== 'one' || section === 0n || total > 0n) return undefined
  return { to, value: rational(section, denominator), form: 'fraction', scaled: false }
}

/** The numeral that ends with an ordinal or a denominator; undefined where the word does not belong to it. */
function endWith(state: WordsState, word: string, to: number): NumeralValue | undefined {
  const ordinal = ordinals.get(word)
  return ordinal === undefined ? endWithDenominator(state, word, to) : endWithOrdinal(state, word, ordinal, to)
}

/** Where the next word of the numeral would begin: after a space or hyphen, or after the "and" that follows a scale. */
function nextWordAt(text: string, to: number, { previous }: WordsState): number {
  andWord.lastIndex = to
  const joined = previous === 'scale' && andWord.test(text) ? andWord.lastIndex : undefined
  return joined !== undefined && cardinals.has(wordAt(text, joined) ?? '') ? joined : afterGap(text, to)
}

/** A numeral in words: twenty-one, a hundred and five, two million, fifth, three quarters, half a million. */
export function readNumberWords(text: string, from: number): NumeralValue | undefined {
  const halved = readHalfOf(text, from)
  if (halved !== undefined) return halved
  article.lastIndex = from
  const hasArticle = article.test(text)
  const state: WordsState = {
    total: 0n,
    section: hasArticle ? 1n : 0n,
    previous: hasArticle ? 'one' : 'none',
    lastScale: 0n,
    scaled: false,
  }
  let at = hasArticle ? article.lastIndex : from
  let to = from
  for (let count = 0; count < mostWords; count += 1) {
    const word = wordAt(text, at)
    if (word === undefined) break
    const end = at + word.length
    if (!takeWord(state, word)) {
      const ended = endWith(state, word, end)
      if (ended !== undefined) return ended
      break
    }
    to = end
    at = nextWordAt(text, to, state)
    if (at === to) break
  }
  if (to === from) return undefined
  return { to, value: rational(state.total + state.section), form: 'cardinal', scaled: state.scaled }
}
