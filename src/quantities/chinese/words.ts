import { hedges } from '../../language/chinese/data/hedges.ts'
import { notNumbers } from '../../language/chinese/data/not-numbers.ts'
import { numberNames as namesWithNumbers } from '../../language/chinese/data/number-names.ts'
import { softNumbers } from '../../language/chinese/data/soft-numbers.ts'
import * as measures from '../../language/chinese/measures.ts'
import { entriesOf, rowsOf } from '../../language/lists.ts'
import { createLexicon } from '../number/lexicon.ts'

function lexiconOf(words: readonly string[]) {
  return createLexicon(words.map((word) => [word, true] as const))
}

/**
 * Words in which a numeral character is no number: adverbs and pronouns (一定, 十分), idioms (千方百计), places and
 * firms (三亚, 百度), weekdays. A numeral inside one is not read.
 */
export const nonNumbers = lexiconOf(entriesOf(notNumbers))

/** Words whose numeral does count, but so lightly that English often says it otherwise: read, and soft. */
export const softWords = lexiconOf(entriesOf(softNumbers))

/** Names that say a number in both languages: the Three Gorges. */
export const numberNames = lexiconOf(entriesOf(namesWithNumbers))

const dayOfWeek = /(?:周|星期|礼拜)([一二三四五六日天])/y

/** 周三, 星期五: the numeral names a day. 每周三次 counts times. Gives the end of the word, or undefined. */
export function weekdayAt(text: string, at: number): number | undefined {
  dayOfWeek.lastIndex = at
  if (!dayOfWeek.test(text)) return undefined
  const to = dayOfWeek.lastIndex
  if (/[一二三四五六七八九十两\d]/.test(text.charAt(at - 1))) return undefined
  return /[十百千万个次天年月小]/.test(text.charAt(to)) ? undefined : to
}

/** Classifiers and counted nouns after which a Chinese numeral is surely a number. */
export const classifiers = lexiconOf(measures.classifiers)

/** Classifiers that make an ordinal of 首: 首批, 首个. 首都 and 首席 are words. */
export const firstOf = lexiconOf(measures.countedFirst)

const sides = ['over', 'under', 'about'] as const
type Side = (typeof sides)[number]

/** What may stand before a numeral and hedge it, longest first by the lexicon of their last characters. */
export const hedgesBefore = rowsOf(hedges).map(([word = '', side]): readonly [string, Side] => {
  const known = sides.find((name) => name === side)
  if (known === undefined) throw new Error(`no side of a hedge: ${side}`)
  return [word, known]
})
