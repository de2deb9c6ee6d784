import { comparable } from './fold.ts'
import { comparing, dropped, looked, unchanged } from './foldings.ts'

/** Every character that folds to another one, by that one; under an empty string those that are dropped. */
const sources = inverse()
const blank = [' ', '\t', '\n', '\v', '\f', '\r', '\u2028', '\u2029', ...(sources.get(' ') ?? [])]
const spaces = `[${blank.map(escaped).join('')}]`
const nothing = `[${(sources.get('') ?? []).map(escaped).join('')}]`

const hidden = new RegExp(nothing, 'u')

/**
 * Says of a text, as it is, whether another is found in it wherever the two are alike when compared (`foldComparable`),
 * the number of spaces left out of account. Quick: what is searched need not be folded, and characters that are dropped
 * are looked for only in a text that has any.
 */
export function finderOf(text: string): (within: string) => boolean {
  const plain = patternOf(text, '')
  const throughHidden = patternOf(text, `${nothing}*`)
  return (within) => plain.test(within) || (hidden.test(within) && throughHidden.test(within))
}

function patternOf(text: string, between: string): RegExp {
  const pattern = Array.from(comparable(text).replace(/\s+/g, ' '), (character) => {
    if (character === ' ') return `${spaces}(?:${between}${spaces})*`
    const others = sources.get(character)
    return others === undefined ? escaped(character) : `[${[character, ...others].map(escaped).join('')}]`
  })
  return new RegExp(pattern.join(between), 'u')
}

function inverse(): ReadonlyMap<string, readonly string[]> {
  const { units, points } = comparing
  const folded = [
    ...[...units.entries()].flatMap(([code, unit]) => {
      if (unit === unchanged || unit === looked) return []
      return [[String.fromCharCode(code), unit === dropped ? '' : String.fromCharCode(unit)] as const]
    }),
    ...[...points].map(([point, plain]) => [String.fromCodePoint(point), plain] as const),
  ]
  const groups = Map.groupBy(folded, ([, plain]) => plain)
  return new Map([...groups].map(([plain, pairs]) => [plain, pairs.map(([character]) => character)]))
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`
}
