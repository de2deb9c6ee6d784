import { type Word, wordsOf } from '../language/english/words.ts'
import { comparable } from '../language/text/fold.ts'
import type { Finding, Span } from '../model/finding.ts'
import { preferredRendering, type Term } from '../model/term.ts'
import { covering, outermost } from '../terms/verification/spans.ts'
import { createVerification, verifyTerm } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'

/**
 * Across a document: a short form of a term (its abbreviation, its later-mention form) that stands before the English
 * has said the term in full. Headings may be short, and one that says it in full does not count: it may be left out.
 */
export function termFirstMention(contexts: readonly SegmentContext[]): readonly Finding[] {
  const said = new Set<string>()
  const findings: Finding[] = []
  for (const { segment, kind, target, terms } of contexts) {
    if (kind === 'heading' || target.trim() === '') continue
    const told = new Set<string>()
    for (const { term, form, from, to } of terms) {
      if (told.has(term.id) || said.has(term.id)) continue
      told.add(term.id)
      if (term.abbreviation === undefined && term.laterMention === undefined) continue
      const { met, shortened } = verifyTerm(term, target)
      const [first] = met
      if (first === undefined) continue
      if (met.length > shortened.length) said.add(term.id)
      const early = shortened.find((span) => span.from === first.from && span.to === first.to)
      if (early === undefined) continue
      const found = target.slice(early.from, early.to)
      const expected = preferredRendering(term)
      findings.push({
        code: 'term-first-mention',
        severity: 'warning',
        segment,
        source: { from, to },
        target: early,
        params: { term: form, found, expected },
        fix: found === term.abbreviation ? `${expected} (${found})` : expected,
      })
      // Told once: whoever mends the first leaves nothing to mend after it.
      said.add(term.id)
    }
  }
  return findings
}

/** How many segments before and after may carry a term that the English repeats for a pronoun. */
const reach = 2

/**
 * Across a document: the preferred English of one of its terms where the Chinese of neither that segment nor of those
 * around it has the term. Only names and renderings of several words that no other term here shares, and not what
 * explains in brackets.
 */
export function termAdded(contexts: readonly SegmentContext[]): readonly Finding[] {
  const terms = new Map(contexts.flatMap((context) => context.terms.map(({ term }) => [term.id, term] as const)))
  const byRendering = new Map<string, Term | null>()
  for (const term of terms.values()) {
    for (const { text } of term.renderings) {
      const key = text.toLowerCase()
      byRendering.set(key, byRendering.has(key) ? null : term)
    }
  }
  const byFirst = new Map<string, Sought[]>()
  for (const term of terms.values()) {
    const text = preferredRendering(term)
    const words = wordsOf(text)
    const telling = words.length > 1 && text !== text.toLowerCase()
    if (!telling || byRendering.get(text.toLowerCase()) !== term) continue
    const first = words[0]?.text.toLowerCase() ?? ''
    const alike = byFirst.get(first)
    if (alike === undefined) byFirst.set(first, [soughtOf(term, words)])
    else alike.push(soughtOf(term, words))
  }
  const sources = contexts.map(({ source }) => comparable(source))
  return contexts.flatMap(({ segment, target, terms: occurrences }, at) => {
    const near = sources.slice(Math.max(0, at - reach), at + reach + 1).join('\n')
    const own = new Set(occurrences.map(({ term }) => term.id))
    const lower = target.toLowerCase()
    const candidates = new Set(wordsOf(target).flatMap(({ text }) => byFirst.get(text.toLowerCase()) ?? []))
    const absent = [...candidates].filter(
      ({ term, stems, forms }) =>
        !own.has(term.id) && stems.every((stem) => lower.includes(stem)) && !forms.some((form) => near.includes(form)),
    )
    if (absent.length === 0) return []
    const verify = createVerification(target)
    const here = [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
    const isRendering = covering(here.flatMap((term) => verify(term).met))
    // The first place where the preferred rendering stands with its capitals.
    const found = absent.flatMap(({ term, plain }) =>
      verify(plain)
        .met.slice(0, 1)
        .map((span) => ({ term, span })),
    )
    return outermost(found, ({ span }) => span)
      .filter(({ span }) => !isRendering(span) && !isBracketed(target, span))
      .map(
        ({ term, span }): Finding => ({
          code: 'term-added',
          severity: 'note',
          segment,
          target: span,
          params: { term: term.source[0] ?? '', found: target.slice(span.from, span.to) },
        }),
      )
  })
}

/** A term whose English is looked for in segments of other Chinese, made ready once: many terms may share a first word. */
interface Sought {
  readonly term: Term
  /** How the words of the preferred rendering begin, which is quick to see of most that do not stand in an English. */
  readonly stems: readonly string[]
  /** The source forms, folded. */
  readonly forms: readonly string[]
  /** The term with its preferred rendering and nothing else. */
  readonly plain: Term
}

function soughtOf(term: Term, words: readonly Word[]): Sought {
  const preferred = term.renderings.filter(({ status }) => status === 'preferred')
  return {
    term,
    stems: words.map(({ text }) => text.toLowerCase().slice(0, 3)),
    forms: term.source.map(comparable),
    plain: { ...term, renderings: preferred, inflections: [] },
  }
}

/** What stands in brackets explains. */
function isBracketed(target: string, { from, to }: Span): boolean {
  return /\([^()]*$/.test(target.slice(0, from)) && /^[^()]*\)/.test(target.slice(to))
}
