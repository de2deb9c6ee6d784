import { entriesOf } from '../lists.ts'
import { measures } from './data/measures.ts'
import { units } from './data/units.ts'

interface Measure {
  readonly word: string
  readonly uses: string
  /** The English name of the unit; empty where it is none. */
  readonly unit: string
}

const all = [...entriesOf(measures), ...entriesOf(units)].map((line): Measure => {
  const [, word = '', uses = '', unit = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? []
  return { word, uses, unit }
})

/** Words after which a Chinese numeral is surely a number: classifiers and nouns that are counted without one. */
export const classifiers = wordsWith('q')

/** Words that make an ordinal of 首: 首批, 首个. */
export const countedFirst = wordsWith('f')

/** Words before which digits are a quantity and no part of a name. */
export const measuresOfDigits: ReadonlySet<string> = new Set(wordsWith('d'))

/** A pattern of words before which a numeral in characters can only count. */
export const countedWord = `(?:${wordsWith('w')
  .sort((a, b) => b.length - a.length)
  .join('|')})`

/** The Chinese of each unit, by its English name, the usual word first. */
export const unitWords: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(all, ({ unit }) => unit)]
    .filter(([unit]) => unit !== '')
    .map(([unit, words]) => [unit, words.map(({ word }) => word)] as const),
)

function wordsWith(use: string): string[] {
  return all.filter(({ uses }) => uses.includes(use)).map(({ word }) => word)
}
