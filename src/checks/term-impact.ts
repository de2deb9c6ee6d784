import { type Finding, findingKey, type Span } from '../model/finding.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import { mayHoldChineseNumber, readChinese } from '../quantities/chinese/read.ts'
import { mayHoldEnglishNumber } from '../quantities/english/read.ts'
import { createMentions } from '../terms/recognition/mentions.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { createVerification } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'
import { quantities } from './quantities.ts'
import { termFindings } from './terms.ts'

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
  const versionsAtHand = [had, has].filter((version) => version !== undefined)
  const figuresInForms = versionsAtHand.some(({ source }) => source.some(mayHoldChineseNumber))
  const figuresInEnglish = versionsAtHand.flatMap(permitted).some(mayHoldEnglishNumber)
  return (pair) => {
    if (!mayBeTouched(pair.source)) return null
    const before = { ...pair, terms: recogniseBefore(pair.source) }
    const after = { ...pair, terms: recogniseAfter(pair.source) }
    const [was, is] = [before, after].map(({ terms }) => Map.groupBy(terms, ({ term }) => term.id === has.id))
    const own = [...(was?.get(true) ?? []), ...(is?.get(true) ?? [])]
    const sameOthers = samePlaces(was?.get(false) ?? [], is?.get(false) ?? [])
    if (own.length === 0 && sameOthers) return null
    const places = [...new Map(own.map((place) => [`${place.from} ${place.to}`, place])).values()]
    const sameFigures =
      sameOthers && !figuresInEnglish && !(figuresInForms && readChinese(pair.source).some(within(places)))
    const verify = createVerification(pair.target)
    const [said, says] = [before, after].map((context): readonly Finding[] => {
      if (pair.target.trim() === '') return []
      return [...(sameFigures ? [] : quantities(context)), ...termFindings(context, verify)]
    }) as [readonly Finding[], readonly Finding[]]
    return {
      before,
      after,
      places: places.sort((a, b) => a.from - b.from),
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

/** All the English that may stand for a term: where it does, a number in it is the term's. */
function permitted({ renderings, inflections = [], abbreviation = '', laterMention = '' }: Term): readonly string[] {
  const full = renderings.filter(({ status }) => status === 'preferred' || status === 'admitted')
  return [...full.map(({ text }) => text), ...inflections, abbreviation, laterMention]
}

function within(places: readonly Span[]): (span: Span) => boolean {
  return ({ from, to }) => places.some((place) => place.from <= from && to <= place.to)
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
