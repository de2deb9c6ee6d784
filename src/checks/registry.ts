import type { Finding } from '../model/finding.ts'
import { bodies } from './bodies.ts'
import { bracketsUnbalanced } from './brackets-unbalanced.ts'
import type { Check, SegmentContext } from './check.ts'
import { chineseLeft } from './chinese-left.ts'
import { controlCharacter } from './control-character.ts'
import { names } from './names.ts'
import { type Proofing, proofreadAcross, proofreading } from './proofing.ts'
import { quantities } from './quantities.ts'
import { quoted } from './quoted.ts'
import { quotesUnbalanced } from './quotes-unbalanced.ts'
import { sentenceEnd } from './sentence-end.ts'
import { sourceTranslatedTwoWays } from './source-translated-two-ways.ts'
import { spaceBeforeMark, spaceDoubled, spaceMissing } from './spaces.ts'
import { targetEmpty } from './target-empty.ts'
import { terms } from './terms.ts'
import { termAdded, termFirstMention } from './terms-across.ts'
import { titles } from './titles.ts'
import { wordRepeated } from './word-repeated.ts'

/** Changes whenever a rule changes what is found: a sign-off binds it. */
export const checkerVersion = '7'

/** The checks of a segment that has English, in the order in which people are told. */
const checks: readonly Check[] = [
  quantities,
  terms,
  chineseLeft,
  controlCharacter,
  sentenceEnd,
  quotesUnbalanced,
  bracketsUnbalanced,
  spaceDoubled,
  spaceBeforeMark,
  spaceMissing,
  wordRepeated,
]

/**
 * Everything the checks find in one segment, but for what takes dictionaries to see (`proofreading`). Of a segment
 * without English it is said only that it has none.
 */
export function checkSegment(context: SegmentContext): readonly Finding[] {
  const empty = targetEmpty(context)
  return empty.length > 0 ? empty : checks.flatMap((check) => check(context))
}

/**
 * The findings of every segment, in order, proofread where there are dictionaries for it, and then those that take the
 * whole document to see.
 */
export function checkDocument(contexts: readonly SegmentContext[], proofing?: Proofing): readonly Finding[] {
  const proofread = proofing === undefined ? () => [] : proofreading(proofing)
  return [...contexts.flatMap((context) => [...checkSegment(context), ...proofread(context)]), ...checkAcross(contexts)]
}

/** What takes the whole document to see: warnings and notes, no errors. */
export function checkAcross(contexts: readonly SegmentContext[]): readonly Finding[] {
  return [sourceTranslatedTwoWays, termFirstMention, termAdded, names, titles, bodies, quoted, proofreadAcross].flatMap(
    (check) => check(contexts),
  )
}
