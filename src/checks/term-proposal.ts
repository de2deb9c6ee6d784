import type { Finding } from '../model/finding.ts'
import { preferredRendering, type Rendering, type Term } from '../model/term.ts'
import { inFormOf, inPlaceOf } from '../terms/verification/in-place.ts'
import { type Edit, edited, fitted } from '../terms/verification/put-in-place.ts'
import { covering } from '../terms/verification/spans.ts'
import { createVerification, type Misuse, type Verification, verifyTerm } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'
import { checkSegment } from './registry.ts'
import { isOf } from './term-impact.ts'
import { opensSentence, termFindings } from './terms.ts'

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
  const strict = { ...term, renderings: [...term.renderings, ...once] }
  const short = onceShort(versions, term)
  return (context) => {
    const { target, terms } = context
    const uses = terms.filter((occurrence) => occurrence.term.id === term.id).length
    if (uses === 0 || target.trim() === '') return []
    const verify = createVerification(target)
    const own = termFindings(context, verify).filter((finding) => isOf(finding, term))
    const edits = told(own, verify(term), term, target)
    const lacking = uses - verify(term).met.length - own.filter((finding) => finding.target !== undefined).length
    if (once.length > 0 && lacking > 0) {
      const others = terms.filter((occurrence) => occurrence.term.id !== term.id)
      const isRight = covering(others.flatMap((occurrence) => verify(occurrence.term).met))
      const misused = verify(strict).misused.filter(({ span, rendering }) => once.includes(rendering) && !isRight(span))
      edits.push(...misused.flatMap((misuse) => replaced(misuse, term, target)).slice(0, lacking))
    }
    const full = apart(edits)
    const asks = full.length > 0 || own.some(isGrave)
    const both = asks ? apart([...full, ...short.flatMap((form) => shortEdits(form, target))]) : []
    return [both, full].find((some) => some.length > 0 && improves(context, term, some)) ?? []
  }
}

/** What the findings of the check say to put in the place of what they are about. */
function told(findings: readonly Finding[], { misused }: Verification, term: Term, target: string): Edit[] {
  return findings.flatMap(({ target: span, fix }) => {
    if (span === undefined || fix === undefined) return []
    const misuse = misused.find((one) => one.span.from === span.from && one.span.to === span.to)
    return misuse === undefined ? [fitted(target, span, fix)] : replaced(misuse, term, target)
  })
}

/** The preferred rendering in the place of another; nothing where it cannot take the form in which that stands. */
function replaced({ span, rendering }: Misuse, term: Term, target: string): readonly Edit[] {
  const found = target.slice(span.from, span.to)
  const preferred = preferredRendering(term)
  if (inFormOf(preferred, rendering.text, found) === null) return []
  return [fitted(target, span, inPlaceOf(preferred, rendering.text, found, opensSentence(target, span)))]
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

/** A short form that was right once, looked for as if it were a term's only rendering, and what stands for it now. */
interface Short {
  readonly text: string
  readonly now: string
  readonly looked: Term
}

/** Short forms of earlier versions; where nothing stands for one now, a person has to decide. */
function onceShort(versions: readonly Term[], term: Term): readonly Short[] {
  const named = new Set([...term.renderings.map(({ text }) => text), term.abbreviation, term.laterMention])
  const pairs = versions
    .slice(0, -1)
    .flatMap(({ abbreviation, laterMention }) => [
      [abbreviation, term.abbreviation] as const,
      [laterMention, term.laterMention] as const,
    ])
  const shorts = pairs.flatMap(([text, now]) => {
    if (text === undefined || now === undefined || named.has(text)) return []
    return [[text, { text, now, looked: { ...term, ...alone, renderings: [{ text, status: 'forbidden' }] } }] as const]
  })
  return [...new Map<string, Short>(shorts).values()]
}

const alone = { inflections: [], abbreviation: '', laterMention: '' }

function shortEdits({ text, now, looked }: Short, target: string): readonly Edit[] {
  return verifyTerm(looked, target).misused.map(({ span }) => {
    const found = target.slice(span.from, span.to)
    // The article is part of a later mention, and the verification passes over it.
    const from = /^the /i.test(text) && /\bthe $/i.test(target.slice(0, span.from)) ? span.from - 4 : span.from
    return { from, to: span.to, text: inPlaceOf(now, text, found, opensSentence(target, { from, to: span.to })) }
  })
}

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
  if (left.length === 0) return true
  if (left.some((finding) => isGrave(finding) && isOf(finding, term))) return false
  return left.length <= checkSegment(context).length
}
