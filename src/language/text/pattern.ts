import { expectDefined } from '../../model/expect.ts'
import { comparable } from './fold.ts'
import { comparing, dropped, looked, unchanged } from './foldings.ts'

/** Every character that folds to another one, by that one; under an empty string those that are dropped. */
const sources = inverse()
const blank = [' ', '\t', '\n', '\v', '\f', '\r', '\u2028', '\u2029', ...(sources.get(' ') ?? [])]
const spaces = `[${blank.map(escaped).join('')}]`
const nothing = `[${(sources.get('') ?? []).map(escaped).join('')}]`

const hidden = new RegExp(nothing, 'u')

/** Whether a text has characters that are dropped when it is compared. It takes a look at each character: ask once a text. */
export function hasHidden(text: string): boolean {
  return hidden.test(text)
}

/** The patterns that find one text in others: `throughHidden` for those of which `hasHidden` is true, `plain` for the rest. */
export interface Patterns {
  readonly plain: RegExp
  readonly throughHidden: RegExp
}

/**
 * Patterns that find a text in others as they are, wherever the two are alike when compared (`foldComparable`) and the
 * number of spaces is left out of account. What is searched need not be folded.
 */
export function patternsOf(text: string): Patterns {
  return { plain: patternOf(text, ''), throughHidden: patternOf(text, `${nothing}*`) }
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
  return `\\u{${expectDefined(character.codePointAt(0), 'a character').toString(16)}}`
}
