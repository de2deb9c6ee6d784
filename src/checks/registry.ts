import type { DocumentCode, Finding, Remark, SegmentCode } from '../model/finding.ts'
import { atOnce, mapSteps, type Steps } from '../model/steps.ts'
import { bodies } from './bodies.ts'
import { bracketsUnbalanced } from './brackets-unbalanced.ts'
import type { Check, DocumentCheck, SegmentContext } from './check.ts'
import { chineseLeft } from './chinese-left.ts'
import { contentApart } from './content-apart.ts'
import { contentMissing } from './content-missing.ts'
import { controlCharacter } from './control-character.ts'
import { englishRepeated } from './english-repeated.ts'
import { expressions } from './expressions.ts'
import { inlineCodes } from './inline-codes.ts'
import { lengthUnusual } from './length-unusual.ts'
import { lettersMixed } from './letters-mixed.ts'
import { lookOf } from './looks.ts'
import { marksStacked } from './marks-stacked.ts'
import { names } from './names.ts'
import { numbering } from './numbering.ts'
import { placesAndBodies } from './places-and-bodies.ts'
import { negationMissing, polarity } from './polarity.ts'
import { type Proofing, proofreadAcross, proofreading } from './proofing.ts'
import { quantities } from './quantities.ts'
import { quoted } from './quoted.ts'
import { quotesUnbalanced } from './quotes-unbalanced.ts'
import { sameEnglish } from './same-english.ts'
import { sentenceEnd } from './sentence-end.ts'
import { sourceInvisible } from './source-invisible.ts'
import { sourceTranslatedTwoWays } from './source-translated-two-ways.ts'
import { spaceBeforeMark, spaceDoubled, spaceMissing } from './spaces.ts'
import { targetEmpty } from './target-empty.ts'
import { terms } from './terms.ts'
import { termAdded, termFirstMention } from './terms-across.ts'
import { titles } from './titles.ts'
import { wordRepeated } from './word-repeated.ts'

/**
 * Rises whenever a check changes what it finds: a sign-off binds it. `checker-version.test.ts` compares what the checks
 * find in a fixed set with what they found when this version was recorded.
 */
export const checkerVersion = '16'

/**
 * The check that finds each code in a segment that has English. A code without a check does not compile. The checks run
 * in the order in which they stand here first, and people read their findings in that order.
 */
const segmentChecks: Readonly<Record<Exclude<SegmentCode, 'target-empty'>, Check>> = {
  'quantity-missing': quantities,
  'quantity-changed': quantities,
  'quantity-added': quantities,
  'quantity-bound': quantities,
  'quantity-direction': quantities,
  'quantity-counted': quantities,
  'quantity-order': quantities,
  'negation-added': polarity,
  'negation-missing': negationMissing,
  'possibility-added': polarity,
  'adverse-added': polarity,
  'term-missing': terms,
  'term-forbidden': terms,
  'term-deprecated': terms,
  'term-case': terms,
  'term-few': terms,
  'code-missing': inlineCodes,
  'code-doubled': inlineCodes,
  'code-crossed': inlineCodes,
  'chinese-left': chineseLeft,
  'control-character': controlCharacter,
  'letters-mixed': lettersMixed,
  'marks-stacked': marksStacked,
  'source-invisible': sourceInvisible,
  'sentence-end': sentenceEnd,
  'quotes-unbalanced': quotesUnbalanced,
  'brackets-unbalanced': bracketsUnbalanced,
  'space-doubled': spaceDoubled,
  'space-before-mark': spaceBeforeMark,
  'space-missing': spaceMissing,
  'word-repeated': wordRepeated,
}

/** The checks that find each code by comparing segments. */
const documentChecks: Readonly<Record<DocumentCode, readonly DocumentCheck[]>> = {
  'source-translated-two-ways': [sourceTranslatedTwoWays],
  'same-english': [sameEnglish],
  'english-repeated': [englishRepeated],
  'length-short': [lengthUnusual],
  'length-long': [lengthUnusual],
  'content-apart': [contentApart],
  'content-missing': [contentMissing],
  'content-list': [contentMissing],
  'expression-missing': [expressions],
  'numbering-missing': [numbering],
  'term-first-mention': [termFirstMention],
  'term-added': [termAdded],
  'name-pinyin': [names],
  'name-exchanged': [placesAndBodies],
  'name-added': [placesAndBodies, names],
  'name-missing': [placesAndBodies],
  'name-title': [titles],
  'name-two-ways': [names, bodies, quoted],
}

/** Checks that read the texts as they are; all others read the texts as they look (`lookOf`). */
const asWritten: ReadonlySet<Check> = new Set([
  quantities,
  terms,
  chineseLeft,
  controlCharacter,
  lettersMixed,
  marksStacked,
  sourceInvisible,
  inlineCodes,
])

function distinct<C>(checks: () => readonly C[]): readonly C[] {
  return [...new Set(checks())]
}

// Marked as pure, so that the page, which checks single segments, is bundled without the checks of documents and what
// they know of names.
const bySegment = /* @__PURE__ */ distinct(() => Object.values(segmentChecks))
const byDocument = /* @__PURE__ */ distinct(() => [...Object.values(documentChecks).flat(), proofreadAcross])

/**
 * All findings in one segment except those that need dictionaries (`proofreading`). A segment without English has one
 * finding, `target-empty`.
 */
export function checkSegment(context: SegmentContext): readonly Finding[] {
  const look = lookOf(context)
  const empty = targetEmpty(look.context)
  if (empty.length > 0) return empty
  return bySegment.flatMap((check) =>
    asWritten.has(check) ? check(context) : check(look.context).map((finding) => look.placed(finding)),
  )
}

/**
 * The findings of every segment, in order, with proofreading if dictionaries are given; then the findings that compare
 * segments.
 */
export function checkDocument(contexts: readonly SegmentContext[], proofing?: Proofing): readonly Finding[] {
  const proofread = proofing === undefined ? () => [] : proofreading(proofing)
  return [...contexts.flatMap((context) => [...checkSegment(context), ...proofread(context)]), ...checkAcross(contexts)]
}

/** The findings that compare the segments of a document: warnings and notes, no errors. */
export function checkAcross(contexts: readonly SegmentContext[]): readonly Remark[] {
  return atOnce(checkAcrossSteps(contexts))
}

/** The same step by step. */
export function* checkAcrossSteps(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const looks = yield* mapSteps(contexts, lookOf)
  const seen = looks.map(({ context }) => context)
  const lookAt = new Map(looks.map((look) => [look.context.segment, look]))
  const findings: (readonly Remark[])[] = []
  for (const check of byDocument) findings.push(yield* check(seen))
  return yield* mapSteps(findings.flat(), (finding) => lookAt.get(finding.segment)?.placed(finding) ?? finding)
}
