import { entriesOf } from '../lists.ts'
import { invisible } from './data/invisible.ts'
import { foldLookalikes } from './fold.ts'

/** A stretch of a text that is not what it looks like. Places are UTF-16 units. */
export interface Oddity {
  readonly from: number
  readonly text: string
}

const invisibleClass = entriesOf(invisible)
  .map((line) =>
    (line.split(' ')[0] ?? '')
      .split('-')
      .map((point) => `\\u{${point}}`)
      .join('-'),
  )
  .join('')
const invisibles = new RegExp(`[${invisibleClass}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]`, 'gu')

/** Characters that show nothing, or change the order of others: UTS #39 gives the reasons. */
export function invisibleIn(text: string): readonly Oddity[] {
  return found(text, invisibles)
}

/** Radicals and compatibility ideographs in the place of the ideographs that they look like, each with that one. */
export function lookalikesIn(text: string): readonly (Oddity & { readonly ideograph: string })[] {
  const folded = foldLookalikes(text)
  if (folded.text === text) return []
  return found(text, /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu)
    .map((oddity) => ({ ...oddity, ideograph: foldLookalikes(oddity.text).text }))
    .filter((oddity) => oddity.ideograph !== oddity.text)
}

const word = /[[\p{L}\p{M}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]]+/gv
const ascii = /[A-Za-z]/
/**
 * Letters that pass for Latin ones: those of Cyrillic, Armenian, Cherokee and Lisu, Greek ones of the very shape (kΩ, μm and
 * TNFα are words), and the letters of mathematics.
 */
const passing =
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ\u{1d400}-\u{1d7ff}ℎℯℴℊℓ]/u

/** Words in which letters of another script pass for Latin ones, each with the first of those letters. */
export function mixedWordsIn(text: string): readonly (Oddity & { readonly letter: string })[] {
  if (!passing.test(text)) return []
  return found(text, word).flatMap((oddity) => {
    const letter = ascii.test(oddity.text) ? passing.exec(oddity.text)?.[0] : undefined
    return letter === undefined ? [] : [{ ...oddity, letter }]
  })
}

/** Letters of Cyrillic and Greek with the Latin ones of the same shape. */
const shapes: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕКМНОРСТУХІЈЅԚԜавеорсухіјѕһԁԛԝ', 'ABEKMHOPCTYXIJSQWabeopcyxijshdqw'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'],
  ].flatMap(([others = '', latin = '']) => Array.from(others, (letter, at) => [letter, latin[at] ?? letter] as const)),
)

/** A word with Latin letters in the place of those that pass for them; null if one of them passes for none for sure. */
export function latinOf(text: string): string | null {
  const latin = Array.from(text, (letter) => {
    if (!passing.test(letter)) return letter
    const plain = shapes.get(letter) ?? letter.normalize('NFKC')
    return /^[A-Za-z]$/.test(plain) ? plain : null
  })
  return latin.includes(null) ? null : latin.join('')
}

/** `U+200B`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function found(text: string, pattern: RegExp): readonly Oddity[] {
  if (text.search(pattern) < 0) return []
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, text: match[0] }))
}
