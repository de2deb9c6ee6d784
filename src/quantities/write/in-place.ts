import { ordinals } from '../../language/english/numerals.ts'
import { type HouseStyle, plainStyle } from '../../model/house-style.ts'
import type { Quantity } from '../../model/quantity.ts'
import { writeEnglish } from './english.ts'

/** Sessions and congresses are counted off, though the Chinese leaves out 第: 二十大, 十九届. */
const countedOff = /^(?:大|届)$/

/** "First" to "twelfth", by their number. */
const ordinalWords: ReadonlyMap<bigint, string> = new Map(
  [...ordinals]
    .filter(([word, value]) => value >= 1n && value <= 12n && !word.endsWith('ly'))
    .map(([word, value]) => [value, word]),
)

/**
 * The quantity as its place in the Chinese asks for it in English: 四是 opens a sentence with "Fourth,", 二十大 is the
 * 20th. Any other stands as `writeEnglish` writes it.
 */
export function writeInPlace(quantity: Quantity, source: string, style: HouseStyle = plainStyle): string {
  const { value, kind, unit, from, to, counted = '' } = quantity
  if (value.type !== 'number' || value.number.denominator !== 1n || unit !== '') return writeEnglish(quantity, style)
  const after = source.slice(to)
  const word = ordinalWords.get(value.number.numerator)
  const capital = word === undefined ? '' : word.slice(0, 1).toUpperCase() + word.slice(1)
  const opens = from === 0 || /[\p{Punctuation}\s]$/u.test(source.slice(0, from))
  if (word !== undefined && kind === 'ordinal' && opens && /^[是，,、]/u.test(after)) return `${capital},`
  return kind === 'count' && countedOff.test(counted)
    ? writeEnglish({ ...quantity, kind: 'ordinal' }, style)
    : writeEnglish(quantity, style)
}
