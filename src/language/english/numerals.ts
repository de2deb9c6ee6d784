import { rowsOf } from '../lists.ts'
import { numberWords, scaleAbbreviations, scaleWords } from './data/number-words.ts'
import { pluralOf } from './nouns.ts'

const rows = rowsOf(numberWords).map(([word = '', value = '', ordinal = '']) => ({
  word,
  value: BigInt(value),
  ordinal,
}))

function valuesIn(list: string): ReadonlyMap<string, bigint> {
  return new Map(rowsOf(list).map(([word = '', value = '']) => [word, BigInt(value)]))
}

/** Cardinals below a hundred that are one word, by their value: zero to nineteen, and the tens. */
export const cardinals: ReadonlyMap<string, bigint> = new Map(rows.map(({ word, value }) => [word, value]))

/** Ordinals of one word: those of the cardinals, of the scales up to a million, and firstly to sixthly. */
export const ordinals: ReadonlyMap<string, bigint> = new Map([
  ...rows.map(({ ordinal, value }) => [ordinal, value] as const),
  ...rows.slice(1, 7).map(({ ordinal, value }) => [`${ordinal}ly`, value] as const),
  ...[...valuesIn(scaleWords)]
    .filter(([word]) => /^(?:hundred|thousand|million)$/.test(word))
    .map(([word, value]) => [`${word}th`, value] as const),
])

/** Dozen, hundred, thousand and so on. */
export const scales: ReadonlyMap<string, bigint> = valuesIn(scaleWords)

/** What stands for a scale after digits: bn, mn, k. */
export const abbreviatedScales: ReadonlyMap<string, bigint> = valuesIn(scaleAbbreviations)

/** Decades and ages: twenties to nineties. */
export const decades: ReadonlyMap<string, bigint> = new Map(
  rows.filter(({ value }) => value >= 20n).map(({ word, value }) => [pluralOf(word), value]),
)

/** The value of a cardinal of one word in lower case, below a hundred; undefined for all else. */
export function cardinalOf(word: string): bigint | undefined {
  return cardinals.get(word)
}
