import { expectDefined } from '../model/expect.ts'
import type { AlignmentSegment, Link, LinkReason } from './alignment.ts'
import { figuresDiffer } from './figures.ts'
import { joinedChinese, joinedEnglish } from './joined.ts'
import { deviation, type LengthRatio, usualDeviation } from './length.ts'
import type { Step } from './path.ts'
import type { ReadTexts } from './read.ts'
import { lengthOf, symbolsOf } from './sentence.ts'

/** The evidence of a link that is as likely wrong as right, and how much more makes it e times as likely. */
const confidence = { even: -5, scale: 2.5 } as const
/** Makes links of the steps of a path: their confidence, and the reasons for and against it. */
export function createJudge(
  zh: readonly AlignmentSegment[],
  en: readonly AlignmentSegment[],
  texts: ReadTexts,
  ratio: LengthRatio,
): (step: Step) => Link {
  const partners = Map.groupBy(texts.entries, ([symbol]) => symbol)
  return ({ zhFrom, zhTo, enFrom, enTo, evidence }) => {
    const link = { zh: placesOf(zhFrom, zhTo), en: placesOf(enFrom, enTo) }
    if (link.zh.length === 0 || link.en.length === 0) return { ...link, score: 0, reasons: [] }
    const [zhSide, enSide] = [texts.zh.slice(zhFrom, zhTo), texts.en.slice(enFrom, enTo)]
    const there = new Set(symbolsOf(enSide))
    const met = new Set(
      symbolsOf(zhSide)
        .filter((symbol) => (partners.get(symbol) ?? []).some(([, partner]) => there.has(partner)))
        .map((symbol) => expectDefined(texts.zhNames[symbol], 'a name of a symbol').charAt(0)),
    )
    const differing = figuresDiffer(joinedChinese(textsAt(zh, link.zh)), joinedEnglish(textsAt(en, link.en)))
    const isUsual = Math.abs(deviation(ratio, lengthOf(zhSide), lengthOf(enSide))) <= usualDeviation
    const reasons: readonly (readonly [LinkReason, boolean])[] = [
      ['figures', met.has('#') && !differing],
      ['figures-differ', differing],
      ['terms', met.has('t')],
      ['names', met.has('n')],
      ['words', met.has('w')],
      ['length', isUsual],
      ['length-differs', !isUsual],
    ]
    return {
      ...link,
      score: 1 / (1 + Math.exp((confidence.even - evidence) / confidence.scale)),
      reasons: reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])),
    }
  }
}

function placesOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function textsAt(segments: readonly AlignmentSegment[], places: readonly number[]): readonly string[] {
  return places.map((at) => expectDefined(segments[at], 'a linked segment').text)
}
