import { type Word, wordsOf } from '../language/english/words.ts'
import { comparable } from '../language/text/fold.ts'
import type { Remark, Span } from '../model/finding.ts'
import { flatMapSteps, mapSteps, type Steps } from '../model/steps.ts'
import { preferredRendering, type Term } from '../model/term.ts'
import { covering, outermost } from '../terms/verification/spans.ts'
import { createVerification, verifyTerm } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'

/**
 * Across a document: a short form of a term (its abbreviation, its later mention) before the English has the term in
 * full. Headings may have short forms. A full form in a heading does not count, since readers may skip headings.
 */
export function* termFirstMention(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const settled = new Set<string>()
  const findings: Remark[] = []
  for (const { segment, kind, target, terms } of contexts) {
    yield
    if (kind === 'heading' || target.trim() === '') continue
    const seenHere = new Set<string>()
    for (const { term, form, from, to } of terms) {
      if (seenHere.has(term.id) || settled.has(term.id)) continue
      seenHere.add(term.id)
      if (term.abbreviation === undefined && term.laterMention === undefined) continue
      const { met, shortened } = verifyTerm(term, target)
      const [first] = met
      if (first === undefined) continue
      if (met.length > shortened.length) settled.add(term.id)
      const early = shortened.find((span) => span.from === first.from && span.to === first.to)
      if (early === undefined) continue
      const shortForm = target.slice(early.from, early.to)
      const expected = preferredRendering(term)
      findings.push({
        code: 'term-first-mention',
        severity: 'warning',
        segment,
        source: { from, to },
        target: early,
        params: { term: form, found: shortForm, expected },
        fix: shortForm === term.abbreviation ? `${expected} (${shortForm})` : expected,
      })
      // Reported once for each term: a correction of the first place settles the later ones.
      settled.add(term.id)
    }
  }
  return findings
}

/** How many segments before and after may contain a term that the English repeats for a pronoun. */
const reach = 2

/**
 * Across a document: the preferred English of a term in a segment where neither its Chinese nor that of the segments
 * around it has the term. Considers only names and renderings of several words that no other term of the document
 * shares, and skips explanations in brackets.
 */
export function* termAdded(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const terms = new Map(contexts.flatMap((context) => context.terms.map(({ term }) => [term.id, term] as const)))
  const byRendering = new Map<string, Term | null>()
  for (const term of terms.values()) {
    yield
    for (const { text } of term.renderings) {
      const key = text.toLowerCase()
      byRendering.set(key, byRendering.has(key) ? null : term)
    }
  }
  const byFirst = new Map<string, SoughtTerm[]>()
  for (const term of terms.values()) {
    yield
    const text = preferredRendering(term)
    const words = wordsOf(text)
    const telling = words.length > 1 && text !== text.toLowerCase()
    if (!telling || byRendering.get(text.toLowerCase()) !== term) continue
    const first = words[0]?.text.toLowerCase() ?? ''
    const alike = byFirst.get(first)
    if (alike === undefined) byFirst.set(first, [soughtOf(term, words)])
    else alike.push(soughtOf(term, words))
  }
  const sources = yield* mapSteps(contexts, ({ source }) => comparable(source))
  return yield* flatMapSteps(contexts, ({ segment, target, terms: occurrences }, at) => {
    const near = sources.slice(Math.max(0, at - reach), at + reach + 1).join('\n')
    const occurring = new Set(occurrences.map(({ term }) => term.id))
    const lower = target.toLowerCase()
    const candidates = new Set(wordsOf(target).flatMap(({ text }) => byFirst.get(text.toLowerCase()) ?? []))
    const absent = [...candidates].filter(
      ({ term, stems, forms }) =>
        !occurring.has(term.id) &&
        stems.every((stem) => lower.includes(stem)) &&
        !forms.some((form) => near.includes(form)),
    )
    if (absent.length === 0) return []
    const verify = createVerification(target)
    const here = [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
    const isRendering = covering(here.flatMap((term) => verify(term).met))
    // The first place of the preferred rendering with its capitals.
    const sightings = absent.flatMap(({ term, plain }) =>
      verify(plain)
        .met.slice(0, 1)
        .map((span) => ({ term, span })),
    )
    return outermost(sightings, ({ span }) => span)
      .filter(({ span }) => !isRendering(span) && !isBracketed(target, span))
      .map(
        ({ term, span }): Remark => ({
          code: 'term-added',
          severity: 'note',
          segment,
          target: span,
          params: { term: term.source[0] ?? '', found: target.slice(span.from, span.to) },
        }),
      )
  })
}

/** A term to be looked for in the English of segments without it, prepared once: many terms may share a first word. */
interface SoughtTerm {
  readonly term: Term
  /** The first letters of the words of the preferred rendering: a quick test that excludes most English texts. */
  readonly stems: readonly string[]
  /** The source forms, folded. */
  readonly forms: readonly string[]
  /** The term with its preferred rendering as the only one. */
  readonly plain: Term
}

function soughtOf(term: Term, words: readonly Word[]): SoughtTerm {
  const preferred = term.renderings.filter(({ status }) => status === 'preferred')
  return {
    term,
    stems: words.map(({ text }) => text.toLowerCase().slice(0, 3)),
    forms: term.source.map(comparable),
    plain: { ...term, renderings: preferred, inflections: [] },
  }
}

/** Whether a place is inside brackets, where a text explains. */
function isBracketed(target: string, { from, to }: Span): boolean {
  return /\([^()]*$/.test(target.slice(0, from)) && /^[^()]*\)/.test(target.slice(to))
}
