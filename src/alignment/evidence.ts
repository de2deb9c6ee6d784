import type { Band } from './band.ts'
import { itemsOf, sumOf } from './items.ts'
import { lengthScore } from './length.ts'
import { createMeetings, type Meetings } from './meetings.ts'
import type { Model } from './model.ts'
import type { Sentence } from './sentence.ts'
import { longestLink, type Shape } from './shapes.ts'

/** The evidence for links, as logarithms of likelihood ratios. */
export interface Evidence {
  /** Reads the next Chinese segment; links are judged that end with it. */
  advance(): void
  /** For the link of that shape that ends before `zhTo` and `enTo`; both of its sides have segments. */
  of(zhTo: number, enTo: number, shape: Shape): number
  /** For a segment without a counterpart. */
  alone(zhTo: number, enTo: number, shape: Shape): number
}

/** How much words and lengths count: the symbols of a segment are no independent witnesses, and both sides name them. */
const shares = { words: 0.2, length: 0.4 } as const
/** What it costs if only one side ends like a sentence. */
const openEnd = 2.5
/** What it costs if a sentence goes on after a link on one side only, and if a piece of one has no counterpart. */
const splitSentence = { atEnd: 3, alone: 1 } as const
/** What each sentence more on one side costs, and how many of them at most. */
const unequal = { each: 0.8, most: 3 } as const
/** What it costs if a block ends on one side alone, and if one ends inside a link. */
const blockEnd = { alone: 0.7, inside: 2 } as const

export function createEvidence(model: Model, band: Band): Evidence {
  const { zh, en, ratio, dictionary, weights } = model
  const zhItems = itemsOf(zh, dictionary.toEnglish, weights.zh)
  const enItems = itemsOf(en, dictionary.toChinese, weights.en)
  const meetingsOf = createMeetings(dictionary, zhItems, enItems, band)
  const rows: (Meetings | undefined)[] = []
  const [zhSums, enSums] = [sumsOf(zh), sumsOf(en)]

  const wordsOf = (zhTo: number, enTo: number, shape: Shape) => {
    const [zhFrom, enFrom] = [zhTo - shape.zh, enTo - shape.en]
    let sum = 0
    for (let row = zhFrom; row < zhTo; row++) {
      const meetings = rows[row]
      let bits = 0
      for (let column = enFrom; column < enTo; column++) bits |= meetings?.zh[column - meetings.from] ?? 0
      sum += (zhItems.missed[row] ?? 0) + sumOf(bits, zhItems.gains[row] ?? [])
    }
    for (let column = enFrom; column < enTo; column++) {
      let bits = 0
      for (let row = zhFrom; row < zhTo; row++) bits |= rows[row]?.en[column - (rows[row]?.from ?? 0)] ?? 0
      sum += (enItems.missed[column] ?? 0) + sumOf(bits, enItems.gains[column] ?? [])
    }
    return sum
  }
  return {
    advance() {
      rows.push(meetingsOf(rows.length))
      // No link reaches back further.
      if (rows.length > longestLink) rows[rows.length - longestLink - 1] = undefined
    },
    alone(zhTo, enTo, shape) {
      const [side, at] = shape.zh > 0 ? [zh, zhTo - 1] : [en, enTo - 1]
      return -splitSentence.alone * (Number(side[at]?.goesOn === true) + Number(side[at - 1]?.goesOn === true))
    },
    of(zhTo, enTo, shape) {
      const between = ({ length, sentences }: Sums, from: number, to: number) => ({
        length: (length[to] ?? 0) - (length[from] ?? 0),
        sentences: (sentences[to] ?? 0) - (sentences[from] ?? 0),
      })
      const a = between(zhSums, zhTo - shape.zh, zhTo)
      const b = between(enSums, enTo - shape.en, enTo)
      return (
        shares.words * wordsOf(zhTo, enTo, shape) +
        shares.length * lengthScore(ratio, a.length, b.length) -
        (model.hasParagraphs ? 0 : unequal.each * Math.min(unequal.most, Math.abs(a.sentences - b.sentences))) -
        (zh[zhTo - 1]?.closed === en[enTo - 1]?.closed ? 0 : openEnd) -
        (zh[zhTo - 1]?.goesOn === en[enTo - 1]?.goesOn ? 0 : splitSentence.atEnd) -
        (model.hasParagraphs ? blockCost(zh, en, zhTo, enTo, shape) : 0)
      )
    },
  }
}

function blockCost(zh: readonly Sentence[], en: readonly Sentence[], zhTo: number, enTo: number, shape: Shape): number {
  let cost = endsBlock(zh, zhTo) === endsBlock(en, enTo) ? 0 : blockEnd.alone
  for (let at = zhTo - shape.zh + 1; at < zhTo; at++) if (endsBlock(zh, at)) cost += blockEnd.inside
  for (let at = enTo - shape.en + 1; at < enTo; at++) if (endsBlock(en, at)) cost += blockEnd.inside
  return cost
}

/** Whether a block ends before the segment at `at`. */
function endsBlock(sentences: readonly Sentence[], at: number): boolean {
  return sentences[at]?.block !== sentences[at - 1]?.block
}

/** Of each number of first segments, their length and their sentences. */
interface Sums {
  readonly length: Float64Array
  readonly sentences: Float64Array
}

function sumsOf(side: readonly Sentence[]): Sums {
  const length = new Float64Array(side.length + 1)
  const sentences = new Float64Array(side.length + 1)
  for (const [at, sentence] of side.entries()) {
    length[at + 1] = (length[at] ?? 0) + sentence.length
    sentences[at + 1] = (sentences[at] ?? 0) + sentence.sentences
  }
  return { length, sentences }
}
