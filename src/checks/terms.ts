import { cardinalOf } from '../language/english/numerals.ts'
import { hasStems, roughStem, stemsOf } from '../language/english/stem.ts'
import { wordsOf } from '../language/english/words.ts'
import { expectDefined } from '../model/expect.ts'
import type { Finding, Span } from '../model/finding.ts'
import { preferredRendering, type Term, type TermOccurrence } from '../model/term.ts'
import { inPlaceOf } from '../terms/verification/in-place.ts'
import { covering } from '../terms/verification/spans.ts'
import { createVerification, type Verification } from '../terms/verification/verify.ts'
import type { Check, SegmentContext } from './check.ts'

/**
 * Terms of the source that the English does not render as the termbase requires, once for each term, and renderings it
 * should not use. An approved term gives an error, a proposed one a warning. A deprecated rendering gives a warning;
 * fewer uses than in the Chinese a note, since a pronoun may replace the others. A rendering that is wrong for one
 * term and right for another that occurs here is accepted, and so is a proposed rendering whose words stand apart.
 */
export const terms: Check = (context) => termFindings(context, createVerification(context.target))

/** The same, with a verification of the target that the caller already has. */
export function termFindings(
  { segment, target, terms: occurrences }: SegmentContext,
  verify: (term: Term) => Verification,
): readonly Finding[] {
  const verified = [...byTerm(occurrences).values()].map((of) => ({
    of,
    verification: verify(expectDefined(of[0], 'an occurrence of the term').term),
  }))
  const isRight = covering(verified.flatMap(({ verification }) => verification.met))
  return verified.flatMap(({ of, verification }) => {
    const misused = verification.misused.filter(({ span }) => !isRight(span))
    const miscased = verification.miscased.filter((span) => !isRight(span))
    return findingsOf(segment, target, of, { ...verification, misused, miscased })
  })
}

/** `occurrences`: all occurrences of one term. */
function findingsOf(
  segment: string,
  target: string,
  occurrences: readonly TermOccurrence[],
  { met, misused, miscased }: Verification,
): readonly Finding[] {
  const { term, form, from, to } = expectDefined(occurrences[0], 'an occurrence of the term')
  const severity = term.status === 'approved' ? 'error' : 'warning'
  const expected = preferredRendering(term)
  const source = { from, to }
  // An uncapitalised rendering beyond the number of uses in the Chinese is an ordinary word.
  const lacking = miscased.slice(0, Math.max(0, occurrences.length - met.length - misused.length))
  const uses = met.length + misused.length + lacking.length
  if (uses === 0 && term.status !== 'approved' && isApart(target, term)) return []
  if (uses === 0) {
    const params = { term: form, expected }
    return [{ code: 'term-missing', severity, segment, source, params, fix: expected }]
  }
  const wrong = misused.map(({ span, rendering }): Finding => {
    const presentText = target.slice(span.from, span.to)
    const forbidden = rendering.status === 'forbidden'
    return {
      code: forbidden ? 'term-forbidden' : 'term-deprecated',
      severity: forbidden ? severity : 'warning',
      segment,
      source,
      target: span,
      params: { term: form, found: presentText, expected },
      fix: inPlaceOf(expected, rendering.text, presentText, opensSentence(target, span)),
    }
  })
  const cases = lacking.map((span): Finding => {
    const presentText = target.slice(span.from, span.to)
    const capitals = [expected, ...term.renderings.map(({ text }) => text)].find(
      (text) => text.toLowerCase() === presentText.toLowerCase(),
    )
    const params = { term: form, found: presentText, expected: capitals ?? expected }
    return { code: 'term-case', severity, segment, source, target: span, params, fix: capitals ?? expected }
  })
  const few = misused.length === 0 && uses < occurrences.length
  const params = { term: form, expected, zh: String(occurrences.length), en: String(uses) }
  return [
    ...wrong,
    ...cases,
    ...(few ? [{ code: 'term-few' as const, severity: 'note' as const, segment, source, params }] : []),
  ]
}

/**
 * Whether one sentence of the English has all words of a right rendering, with others between them, in another order or
 * another form: the length of expressways open to traffic, overcapacity was cut. A number stands before what it counts.
 */
function isApart(target: string, { renderings }: Term): boolean {
  const right = renderings.filter(({ status }) => status === 'preferred' || status === 'admitted')
  const phrases = right
    .map(({ text }) => ({ stems: stemsOf(text).trim().split(' '), counts: countsIn(text) }))
    .filter(({ stems }) => stems.length > 1)
  if (phrases.length === 0) return false
  return target.split(/[.!?;](?=\s|$)/u).some((sentence) => {
    const stems = stemsOf(sentence)
    return phrases.some(
      (phrase) => hasStems(stems, phrase.stems) && phrase.counts.every((count) => countsIn(sentence).includes(count)),
    )
  })
}

/** The numbers of an English text with the word behind each: two zones. */
function countsIn(text: string): readonly string[] {
  const words = wordsOf(text).map((word) => word.text.toLowerCase())
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    const isNumber = cardinalOf(word) !== undefined || /^\d/u.test(word)
    return isNumber && next !== undefined ? [`${word} ${roughStem(next)}`] : []
  })
}

/** Whether a span of the English is at the beginning of a sentence. */
export function opensSentence(target: string, { from }: Span): boolean {
  return /(?:^|[.!?]["”’)]?\s+["“‘(]?)$/.test(target.slice(Math.max(0, from - 5), from))
}

function byTerm(occurrences: readonly TermOccurrence[]): ReadonlyMap<string, readonly TermOccurrence[]> {
  const groups = new Map<string, TermOccurrence[]>()
  for (const occurrence of occurrences) {
    const group = groups.get(occurrence.term.id)
    if (group) group.push(occurrence)
    else groups.set(occurrence.term.id, [occurrence])
  }
  return groups
}
