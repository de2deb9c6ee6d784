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
 * Makes the function that proposes edits by which the English of a segment follows a term as it is now: each edit puts
 * the preferred rendering in the place of one that is not permitted, fitted into the sentence. The last of `versions`
 * is the present term. A rendering that an earlier version permitted and the present one does not name is also
 * replaced, as far as the English has too few uses of the term. Gives no edits where there is nothing to replace,
 * where a person must choose the words, and where the edits would leave an error or a warning about the term or more
 * findings than before.
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
    const findingsOfTerm = termFindings(context, verify).filter((finding) => isOf(finding, term))
    const edits = editsFor(findingsOfTerm, verify(term), term, target)
    const lacking =
      uses - verify(term).met.length - findingsOfTerm.filter((finding) => finding.target !== undefined).length
    if (once.length > 0 && lacking > 0) {
      const others = terms.filter((occurrence) => occurrence.term.id !== term.id)
      const isRight = covering(others.flatMap((occurrence) => verify(occurrence.term).met))
      const misused = verify(strict).misused.filter(({ span, rendering }) => once.includes(rendering) && !isRight(span))
      edits.push(...misused.flatMap((misuse) => replaced(misuse, term, target)).slice(0, lacking))
    }
    const full = apart(edits)
    const asks = full.length > 0 || findingsOfTerm.some(isGrave)
    const both = asks ? apart([...full, ...short.flatMap((form) => shortEdits(form, target))]) : []
    return [both, full].find((some) => some.length > 0 && improves(context, term, some)) ?? []
  }
}

/** The edits that apply the fixes of the findings. */
function editsFor(findings: readonly Finding[], { misused }: Verification, term: Term, target: string): Edit[] {
  return findings.flatMap(({ target: span, fix }) => {
    if (span === undefined || fix === undefined) return []
    const misuse = misused.find((candidate) => candidate.span.from === span.from && candidate.span.to === span.to)
    return misuse === undefined ? [fitted(target, span, fix)] : replaced(misuse, term, target)
  })
}

/** The edit that replaces a misused rendering by the preferred one; none if the preferred one cannot take its form. */
function replaced({ span, rendering }: Misuse, term: Term, target: string): readonly Edit[] {
  const presentText = target.slice(span.from, span.to)
  const preferred = preferredRendering(term)
  if (inFormOf(preferred, rendering.text, presentText) === null) return []
  return [fitted(target, span, inPlaceOf(preferred, rendering.text, presentText, opensSentence(target, span)))]
}

/** Whether a finding is an error or a warning: a note needs no edit. */
export function isGrave({ severity }: Finding): boolean {
  return severity !== 'note'
}

/** Full renderings and inflections that an earlier version permitted and the present one does not name. */
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

/** A short form that was permitted once. `looked` finds it as the only rendering of a term; `now` is its successor. */
interface Short {
  readonly text: string
  readonly now: string
  readonly looked: Term
}

/** Short forms of earlier versions that have a successor; for one without, a person has to decide. */
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
    const presentText = target.slice(span.from, span.to)
    // The verification passes over an article, but here it is part of the later mention.
    const from = /^the /i.test(text) && /\bthe $/i.test(target.slice(0, span.from)) ? span.from - 4 : span.from
    return { from, to: span.to, text: inPlaceOf(now, text, presentText, opensSentence(target, { from, to: span.to })) }
  })
}

/** Edits that do not overlap: of two that do, the earlier in the list. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const accepted: Edit[] = []
  for (const edit of edits)
    if (accepted.every(({ from, to }) => edit.to <= from || to <= edit.from)) accepted.push(edit)
  return accepted.sort((a, b) => a.from - b.from)
}

/** Whether the edits leave no error or warning about the term, and no more findings than before. */
function improves(context: SegmentContext, term: Term, edits: readonly Edit[]): boolean {
  const target = edited(context.target, edits)
  if (target === context.target) return false
  const left = checkSegment({ ...context, target })
  if (left.length === 0) return true
  if (left.some((finding) => isGrave(finding) && isOf(finding, term))) return false
  return left.length <= checkSegment(context).length
}
