import type { Finding, Span } from '../model/finding.ts'
import { preferredRendering, type Term } from '../model/term.ts'
import { foldSource } from '../terms/fold-source.ts'
import { covering, outermost } from '../terms/spans.ts'
import { verifyTerm } from '../terms/verify.ts'
import { wordsOf } from '../terms/words.ts'
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
  const byFirst = new Map<string, Term[]>()
  for (const term of terms.values()) {
    const text = preferredRendering(term)
    const words = wordsOf(text)
    const telling = words.length > 1 && text !== text.toLowerCase()
    if (!telling || byRendering.get(text.toLowerCase()) !== term) continue
    const first = words[0]?.text.toLowerCase() ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), term])
  }
  const sources = contexts.map(({ source }) => foldSource(source))
  return contexts.flatMap(({ segment, target, terms: occurrences }, at) => {
    const near = sources.slice(Math.max(0, at - reach), at + reach + 1).join('\n')
    const own = new Set(occurrences.map(({ term }) => term.id))
    const lower = target.toLowerCase()
    const candidates = new Set(wordsOf(target).flatMap(({ text }) => byFirst.get(text.toLowerCase()) ?? []))
    const absent = [...candidates].filter(
      (term) =>
        !own.has(term.id) && mayStandIn(term, lower) && !term.source.some((form) => near.includes(foldSource(form))),
    )
    if (absent.length === 0) return []
    const here = [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
    const isRendering = covering(here.flatMap((term) => verifyTerm(term, target).met))
    const found = absent.flatMap((term) => firstExact(term, target).map((span) => ({ term, span })))
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

/** Whether the words of the preferred rendering begin alike in the English, which is quick to see of most that do not. */
function mayStandIn(term: Term, lower: string): boolean {
  return wordsOf(preferredRendering(term)).every(({ text }) => lower.includes(text.toLowerCase().slice(0, 3)))
}

/** What stands in brackets explains. */
function isBracketed(target: string, { from, to }: Span): boolean {
  return /\([^()]*$/.test(target.slice(0, from)) && /^[^()]*\)/.test(target.slice(to))
}

/** The first place where the preferred rendering stands with its capitals. */
function firstExact(term: Term, target: string): readonly Span[] {
  const preferred = term.renderings.filter(({ status }) => status === 'preferred')
  return verifyTerm({ ...term, renderings: preferred, inflections: [] }, target).met.slice(0, 1)
}
