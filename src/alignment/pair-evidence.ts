import { preferredRendering, type Term } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { verifyTerm } from '../terms/verification/verify.ts'
import { deviation, type LengthRatio, usualDeviation } from './length.ts'

/** A figure of a pair as each side writes it; null on the side that lacks it. */
export interface FigureEvidence {
  readonly zh: string | null
  readonly en: string | null
  readonly agrees: boolean
}

/** A term of the Chinese, and how the English renders it; `rendering` is the preferred one where it does not. */
export interface TermEvidence {
  readonly form: string
  readonly rendering: string
  readonly isMet: boolean
}

/** What speaks for and against two texts being each other's translation, for a person to see. */
export interface PairEvidence {
  readonly terms: readonly TermEvidence[]
  readonly figures: readonly FigureEvidence[]
  readonly length: {
    /** Characters and letters without white space. */
    readonly zh: number
    readonly en: number
    /** The least and the most letters that so long a Chinese text usually has in these files. */
    readonly usual: readonly [number, number]
    readonly isUsual: boolean
  }
}

/** Length in code points without white space. */
export function visibleLength(text: string): number {
  return [...text.replace(/\s+/gu, '')].length
}

export function evidenceOfPair(zh: string, en: string, terms: readonly Term[], ratio: LengthRatio): PairEvidence {
  return { terms: termsOf(zh, en, terms), figures: figuresOf(zh, en), length: lengthOf(zh, en, ratio) }
}

function termsOf(zh: string, en: string, terms: readonly Term[]): readonly TermEvidence[] {
  // Few of an office's terms are in one sentence: a recogniser of all would be made for nothing.
  const likely = terms.filter(({ source }) => source.some((form) => zh.includes(form)))
  const firsts = new Map(createRecogniser(likely)(zh).map(({ term, form }) => [term, form]))
  return [...firsts].map(([term, form]) => {
    const [met] = verifyTerm(term, en).met
    return { form, rendering: met ? en.slice(met.from, met.to) : preferredRendering(term), isMet: met !== undefined }
  })
}

function figuresOf(zh: string, en: string): readonly FigureEvidence[] {
  return compareQuantities(readChinese(zh), readEnglish(en))
    .filter(({ verdict, severity }) => verdict === 'same' || severity === 'error' || severity === 'warning')
    .map(({ verdict, zh: chinese, en: english }) => ({
      zh: chinese ? zh.slice(chinese.from, chinese.to) : null,
      en: english ? en.slice(english.from, english.to) : null,
      agrees: verdict === 'same',
    }))
}

function lengthOf(zh: string, en: string, ratio: LengthRatio): PairEvidence['length'] {
  const lengths = { zh: visibleLength(zh), en: visibleLength(en) }
  const isUsual = (letters: number) => Math.abs(deviation(ratio, lengths.zh, letters)) <= usualDeviation
  // The deviation grows with the distance from the mean on either side.
  const middle = Math.round(lengths.zh * ratio.mean)
  let [least, most] = [middle, middle]
  while (least > 0 && isUsual(least - 1)) least--
  while (isUsual(most + 1)) most++
  return { ...lengths, usual: [least, most], isUsual: isUsual(lengths.en) }
}
