import type { Finding } from '../model/finding.ts'
import { findingKey } from '../model/finding.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import { mayHoldChineseNumber } from '../quantities/chinese.ts'
import { mayHoldEnglishNumber } from '../quantities/english.ts'
import { createMentions } from '../terms/mentions.ts'
import { createRecogniser } from '../terms/recognise.ts'
import type { SegmentContext } from './check.ts'
import { quantities } from './quantities.ts'
import { terms as termsCheck } from './terms.ts'

/** A segment as it is asked about: its texts, without the terms in it, which are what changes. */
export type Pair = Omit<SegmentContext, 'terms'>

/** What the change of a term means for a segment that it touches. */
export interface Touch {
  /** The segment under the termbase as it was, and as it is with the change. */
  readonly before: SegmentContext
  readonly after: SegmentContext
  /** Where the term stands in the source, before or after. In order. */
  readonly places: readonly TermOccurrence[]
  /** What the checks say with the change and did not say without it. */
  readonly arisen: readonly Finding[]
  /** What they said without it and say no more. */
  readonly gone: readonly Finding[]
  /** What they say of this very term with the change, whether it is new or not. */
  readonly standing: readonly Finding[]
}

/** Tells what the change of a term means for a segment; `null` where it means nothing. */
export type TermImpact = (pair: Pair) => Touch | null

/**
 * Makes the function that tells whom the change of one term touches. `terms` is the termbase without the change or with
 * it; of `versions` of the term the last is the one it has with the change, the one before it, if any, the one it had.
 * A segment is touched in which the term is recognised before or after, or other terms are because of it; one in which
 * none of its forms stands never is. Whatever depends on the terms of a single segment is compared; what takes the
 * whole document to see is not.
 */
export function createTermImpact(terms: readonly Term[], versions: readonly Term[]): TermImpact {
  const [had, has] = versions.length > 1 ? versions.slice(-2) : [undefined, versions[0]]
  if (has === undefined) throw new Error('a term without a version')
  const recogniseBefore = createRecogniser(withVersion(terms, has.id, had))
  const recogniseAfter = createRecogniser(withVersion(terms, has.id, has))
  const mayBeTouched = createMentions([...(had?.source ?? []), ...has.source])
  const carriesNumbers = [had, has].some((version) => version !== undefined && mayCarryNumber(version))
  return (pair) => {
    if (!mayBeTouched(pair.source)) return null
    const before = { ...pair, terms: recogniseBefore(pair.source) }
    const after = { ...pair, terms: recogniseAfter(pair.source) }
    const here = [before, after].map(({ terms }) => terms.filter(({ term }) => term.id === has.id))
    const [was = [], is = []] = here
    if (was.length + is.length === 0 && samePlaces(before.terms, after.terms)) return null
    const apart = [before, after].map(({ terms }) => terms.filter(({ term }) => term.id !== has.id))
    const sameFigures = !carriesNumbers && samePlaces(apart[0] ?? [], apart[1] ?? [])
    const said = findingsOf(before, sameFigures)
    const says = findingsOf(after, sameFigures)
    return {
      before,
      after,
      places: [...new Map([...was, ...is].map((place) => [`${place.from} ${place.to}`, place])).values()].sort(
        (a, b) => a.from - b.from,
      ),
      arisen: notIn(says, said),
      gone: notIn(said, says),
      standing: says.filter((finding) => isOf(finding, has)),
    }
  }
}

/** The termbase with a term as it is given, in its place; `undefined`: without it. */
export function withVersion(terms: readonly Term[], id: string, version: Term | undefined): readonly Term[] {
  if (version === undefined) return terms.filter((term) => term.id !== id)
  const known = terms.some((term) => term.id === id)
  return known ? terms.map((term) => (term.id === id ? version : term)) : [...terms, version]
}

/** Whether a form of the term or one of its renderings may have a number in it, which is then the term's. */
function mayCarryNumber({ source, renderings, inflections = [], abbreviation, laterMention }: Term): boolean {
  const english = [...renderings.map(({ text }) => text), ...inflections, abbreviation ?? '', laterMention ?? '']
  return source.some(mayHoldChineseNumber) || english.some(mayHoldEnglishNumber)
}

/**
 * What the checks say that look at the terms of a segment; where figures are the same before and after, without those.
 * Where there is no English yet they say nothing.
 */
function findingsOf(context: SegmentContext, sameFigures: boolean): readonly Finding[] {
  if (context.target.trim() === '') return []
  return sameFigures ? termsCheck(context) : [...quantities(context), ...termsCheck(context)]
}

/** Whether a finding is about this very term. No two terms in use share a form. */
export function isOf({ code, params }: Finding, term: Term): boolean {
  return code.startsWith('term-') && term.source.includes(params.term ?? '')
}

function samePlaces(a: readonly TermOccurrence[], b: readonly TermOccurrence[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ term, from, to }, at) => term.id === b[at]?.term.id && from === b[at].from && to === b[at].to)
  )
}

/** The findings of one list that the other has not. */
function notIn(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const keys = new Set(others.map(keyOf))
  return findings.filter((finding) => !keys.has(keyOf(finding)))
}

/** Of the same kind and weight, about the same words, in the same place. */
function keyOf(finding: Finding): string {
  const { severity, source, target } = finding
  return [findingKey(finding), severity, source?.from, target?.from, target?.to].join(' ')
}
