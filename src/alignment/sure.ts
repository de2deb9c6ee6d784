import { expectDefined } from '../model/expect.ts'
import type { MemoryPair } from '../model/match.ts'
import type { AlignmentSegment, Link } from './alignment.ts'
import { joinedChinese, joinedEnglish } from './joined.ts'

/** The least score of a link that may enter a memory unseen. */
const leastScore = 0.8

/** Whether a link may enter a memory unseen: both sides are there, the score is high and no figure differs. */
export function isSure({ zh, en, score, reasons }: Link): boolean {
  return zh.length > 0 && en.length > 0 && score >= leastScore && !reasons.includes('figures-differ')
}

/** The sure links as pairs of a memory, each with the Chinese before and after it. */
export function surePairs(
  zh: readonly AlignmentSegment[],
  en: readonly AlignmentSegment[],
  links: readonly Link[],
  origin: string,
): readonly MemoryPair[] {
  const textAt = (side: readonly AlignmentSegment[]) => (at: number) => expectDefined(side[at], 'a linked segment').text
  return links.filter(isSure).map((link): MemoryPair => {
    const first = expectDefined(link.zh[0], 'a first segment')
    const last = expectDefined(link.zh.at(-1), 'a last segment')
    return {
      source: joinedChinese(link.zh.map(textAt(zh))),
      target: joinedEnglish(link.en.map(textAt(en))),
      before: zh[first - 1]?.text ?? '',
      after: zh[last + 1]?.text ?? '',
      origin,
    }
  })
}
