import { type Dictionary, dictionaryOf, type Entry } from './dictionary.ts'
import { type LengthRatio, ratioOf, ratioOfTotals } from './length.ts'
import type { ReadTexts } from './read.ts'
import { type Group, isPair, lengthOf, type Sentence } from './sentence.ts'
import { type Shape, shapesAfter } from './shapes.ts'
import { type Expectation, observe, type Weights, weightsOf } from './weights.ts'

/** What links are judged by. */
export interface Model {
  readonly zh: readonly Sentence[]
  readonly en: readonly Sentence[]
  readonly dictionary: Dictionary
  readonly weights: { readonly zh: Weights; readonly en: Weights }
  readonly ratio: LengthRatio
  readonly shapes: readonly Shape[]
  /** Whether blocks of several segments are usual on both sides, so that their ends say something. */
  readonly hasParagraphs: boolean
}

/** How often a symbol is met in a right link by its kind, the letter its name begins with, before anything is linked. */
const expectations: Readonly<Record<string, Expectation>> = {
  '#': { share: 0.95, trials: 20 },
  '~': { share: 0.5, trials: 8 },
  t: { share: 0.85, trials: 8 },
  n: { share: 0.8, trials: 6 },
  m: { share: 0.8, trials: 10 },
}
const ofWords: Expectation = { share: 0.55, trials: 5 }

/**
 * A model of two texts, with what `made`, the links made so far, show of them. `anchored`: segments with an anchor, which
 * show how long English is beside its Chinese before there are links.
 */
export function modelOf(
  texts: ReadTexts,
  entries: readonly Entry[],
  made: readonly Group[],
  anchored: readonly Group[] = [],
): Model {
  const { zh, en, zhNames, enNames } = texts
  const groups = made.filter(isPair)
  const dictionary = dictionaryOf(entries, zhNames.length, enNames.length)
  const observed = observe(groups, dictionary)
  const expectedBy = (names: readonly string[]) => (symbol: number) => expectations[names[symbol]?.[0] ?? ''] ?? ofWords
  const hasParagraphs = inParagraphs(zh) && inParagraphs(en)
  return {
    zh,
    en,
    dictionary,
    weights: {
      zh: weightsOf(dictionary.toEnglish, en, expectedBy(zhNames), observed.zh),
      en: weightsOf(dictionary.toChinese, zh, expectedBy(enNames), observed.en),
    },
    ratio:
      ratioOf((groups.length === 0 ? anchored : groups).map((group) => [lengthOf(group.zh), lengthOf(group.en)])) ??
      ratioOfTotals(lengthOf(zh), lengthOf(en)),
    shapes: shapesAfter(
      made.map((group) => ({ zh: group.zh.length, en: group.en.length })),
      hasParagraphs,
    ),
    hasParagraphs,
  }
}

/** The most blocks a segment of a text that is set in paragraphs. */
const mostBlocks = 0.8

function inParagraphs(side: readonly Sentence[]): boolean {
  return new Set(side.map(({ block }) => block)).size < mostBlocks * side.length
}
