import { pluralOf } from '../../language/english/nouns.ts'
import { cardinals, ordinals, scales } from '../../language/english/numerals.ts'

/** Denominators in words; `second` is never one. */
export const denominators = new Map<string, bigint>([
  ['half', 2n],
  ['halves', 2n],
  ['quarter', 4n],
  ['quarters', 4n],
  ...[...ordinals]
    .filter(([, value]) => value > 2n && value <= 100n)
    .flatMap(([word, value]) => [[word, value] as const, [pluralOf(word), value] as const]),
])

/** The scales that an article, or a part of one, may stand before: a hundred, half a million. */
export const scaleWords = 'hundred|thousand|million|billion|trillion|dozen'

const word = /[a-z]+/y

/**
 * The run of letters at a place of a text in lower case. No word as `tokensOf` has them: numerals are read letter run
 * by letter run and digit run by digit run, from any place inside a token (5km, twenty-five, 3D).
 */
export function wordAt(text: string, at: number): string | undefined {
  word.lastIndex = at
  return word.exec(text)?.[0]
}

/** The words that can begin a numeral. */
export const numeralOpeners: ReadonlySet<string> = new Set([
  ...cardinals.keys(),
  ...ordinals.keys(),
  ...scales.keys(),
  'a',
  'an',
  'half',
  'quarter',
])

/** Whether the word at a place could begin a numeral, so that readers need not try everywhere. */
export function beginsNumeral(candidate: string): boolean {
  return numeralOpeners.has(candidate)
}
