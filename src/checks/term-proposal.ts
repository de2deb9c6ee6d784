import type { Finding, Span } from '../model/finding.ts'
import { preferredRendering, type Rendering, type Term } from '../model/term.ts'
import { inFormOf, inPlaceOf } from '../terms/in-place.ts'
import { type Edit, edited, fitted } from '../terms/put-in-place.ts'
import { covering } from '../terms/spans.ts'
import { verifyTerm } from '../terms/verify.ts'
import type { SegmentContext } from './check.ts'
import { checkSegment } from './registry.ts'
import { isOf } from './term-impact.ts'
import { opensSentence, terms as termsCheck } from './terms.ts'

/**
 * Makes the function that proposes how the English of a segment keeps to a term as it is now: edits that put the
 * preferred rendering in the place of those that stand there and may not, fitted into the sentence. `versions` are the
 * term's, the last the present one: what an earlier one permitted and this one does not name any more is replaced, too,
 * as far as the English otherwise has too few uses of the term. Empty where there is nothing to replace, where a person
 * has to find the words, and where the edits would leave an error or a warning about the term or more findings than
 * there were.
 */
export function createTermProposal(versions: readonly Term[]): (context: SegmentContext) => readonly Edit[] {
  const term = versions.at(-1)
  if (term === undefined) throw new Error('a term without a version')
  const once = onceFull(versions, term)
  const short = onceShort(versions, term)
  return (context) => {
    const { target, terms } = context
    const uses = terms.filter((occurrence) => occurrence.term.id === term.id).length
    if (uses === 0 || target.trim() === '') return []
    const own = termsCheck(context).filter((finding) => isOf(finding, term))
    const { met, misused } = verifyTerm(term, target)
    const told = own.flatMap(({ target: span, fix }) => {
      if (span === undefined || fix === undefined) return []
      const wrong = misused.find((misuse) => misuse.span.from === span.from && misuse.span.to === span.to)
      const fits = wrong === undefined || mayStandFor(term, wrong.rendering, target.slice(span.from, span.to))
      return fits ? [fitted(target, span, fix)] : []
    })
    const others = [...new Map(terms.map((occurrence) => [occurrence.term.id, occurrence.term])).values()].filter(
      ({ id }) => id !== term.id,
    )
    const isRight = covering(others.flatMap((other) => verifyTerm(other, target).met))
    const lacking = Math.max(0, uses - met.length - told.length)
    const inferred = once.length === 0 || lacking === 0 ? [] : standing(term, once, target, isRight).slice(0, lacking)
    const edits = apart([...told, ...inferred])
    const wanting = own.some(isGrave)
    const shortened = short.length === 0 || (edits.length === 0 && !wanting) ? [] : shortEdits(short, target, edits)
    return [[...edits, ...shortened], edits].find((some) => some.length > 0 && improves(context, term, some)) ?? []
  }
}

/** Whether it weighs: a note asks for nothing. */
export function isGrave({ severity }: Finding): boolean {
  return severity !== 'note'
}

/** Full renderings, irregular forms among them, that an earlier version permitted and the present one does not name. */
function onceFull(versions: readonly Term[], term: Term): readonly Rendering[] {
  const named = new Set([...term.renderings.map(({ text }) => text), ...(term.inflections ?? [])])
  const texts = versions
    .slice(0, -1)
    .flatMap(({ renderings, inflections = [] }) => [
      ...renderings.filter(({ status }) => status === 'preferred' || status === 'admitted').map(({ text }) => text),
      ...inflections,
    ])
  return [...new Set(texts)].filter((text) => !named.has(text)).map((text) => ({ text, status: 'deprecated' }))
}

interface Short {
  readonly text: string
  readonly now: string
}

/** Short forms of earlier versions with what stands for them now; where nothing does, a person has to decide. */
function onceShort(versions: readonly Term[], term: Term): readonly Short[] {
  const named = new Set([...term.renderings.map(({ text }) => text), term.abbreviation, term.laterMention])
  const pairs = versions
    .slice(0, -1)
    .flatMap(({ abbreviation, laterMention }) => [
      [abbreviation, term.abbreviation] as const,
      [laterMention, term.laterMention] as const,
    ])
  const shorts = pairs.flatMap(([text, now]) =>
    text === undefined || now === undefined || named.has(text) ? [] : [[text, { text, now }] as const],
  )
  return [...new Map(shorts).values()]
}

/** Where renderings stand that were right once, with what to put there. */
function standing(
  term: Term,
  once: readonly Rendering[],
  target: string,
  isRight: (span: Span) => boolean,
): readonly Edit[] {
  const preferred = preferredRendering(term)
  return verifyTerm({ ...term, renderings: [...term.renderings, ...once] }, target)
    .misused.filter(({ span, rendering }) => once.includes(rendering) && !isRight(span))
    .flatMap(({ span, rendering }) => {
      const found = target.slice(span.from, span.to)
      if (!mayStandFor(term, rendering, found)) return []
      return fitted(target, span, inPlaceOf(preferred, rendering.text, found, opensSentence(target, span)))
    })
}

/** Whether the preferred rendering can take the place of another in the form in which that stands. */
function mayStandFor(term: Term, { text }: Rendering, found: string): boolean {
  return inFormOf(preferredRendering(term), text, found) !== null
}

function shortEdits(short: readonly Short[], target: string, edits: readonly Edit[]): readonly Edit[] {
  const found = short.flatMap(({ text, now }) =>
    verifyTerm({ ...nothing, renderings: [{ text, status: 'forbidden' }] }, target).misused.map(({ span }): Edit => {
      const there = target.slice(span.from, span.to)
      // The article is part of a later mention, and the verification passes over it.
      const from = /^the /i.test(text) && /the $/i.test(target.slice(0, span.from)) ? span.from - 4 : span.from
      return { from, to: span.to, text: inPlaceOf(now, text, there, opensSentence(target, { from, to: span.to })) }
    }),
  )
  return apart([...edits, ...found]).filter((edit) => !edits.includes(edit))
}

const nothing: Term = { id: '', source: [], renderings: [], status: 'proposed', domain: '', note: '', authority: '' }

/** Edits that do not touch one another: of two that do, the first given. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of edits) if (kept.every(({ from, to }) => edit.to <= from || to <= edit.from)) kept.push(edit)
  return kept.sort((a, b) => a.from - b.from)
}

/** Whether the edits leave nothing grave about the term, and no more findings than there were. */
function improves(context: SegmentContext, term: Term, edits: readonly Edit[]): boolean {
  const target = edited(context.target, edits)
  if (target === context.target) return false
  const left = checkSegment({ ...context, target })
  return !left.some((finding) => isGrave(finding) && isOf(finding, term)) && left.length <= checkSegment(context).length
}
