import { type Finding, findingKey, type Span } from '../model/finding.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import { mayHoldChineseNumber, readChinese } from '../quantities/chinese/read.ts'
import { mayHoldEnglishNumber } from '../quantities/english/read.ts'
import { createMentions } from '../terms/recognition/mentions.ts'
import { recogniserOf } from '../terms/recognition/recognise.ts'
import { type TermForms, withVersion } from '../terms/recognition/term-forms.ts'
import type { Termbase } from '../terms/termbase/termbase.ts'
import { createVerification } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'
import { quantities } from './quantities.ts'
import { termFindings } from './terms.ts'

/** The texts of a segment, without its terms, which the change can alter. */
export type Pair = Omit<SegmentContext, 'terms'>

/** The effect of a term's change on one segment. */
export interface Touch {
  /** The segment under the termbase as it was, and as it is with the change. */
  readonly before: SegmentContext
  readonly after: SegmentContext
  /** The places of the term in the source, before or after the change, in order. */
  readonly places: readonly TermOccurrence[]
  /** Findings with the change that were absent without it. */
  readonly arisen: readonly Finding[]
  /** Findings without the change that are absent with it. */
  readonly gone: readonly Finding[]
  /** All findings about this term with the change, new or not. */
  readonly standing: readonly Finding[]
}

/** Gives the effect of a term's change on a segment; `null` if there is none. */
export type TermImpact = (pair: Pair) => Touch | null

/**
 * Makes the function that decides which segments the change of one term affects, in the termbase with or without the
 * change. The last of `versions` is the term with the change; the one before it, if any, is the term
 * without it. A segment is affected if the term is recognised in it before or after, or if the change alters which
 * other terms are recognised; a segment that contains none of the term's forms never is. All findings that depend on
 * the terms of a single segment are compared; findings that compare segments are not.
 */
export function createTermImpact(termbase: Termbase, versions: readonly Term[]): TermImpact {
  const [had, has] = versions.length > 1 ? versions.slice(-2) : [undefined, versions[0]]
  if (has === undefined) throw new Error('a term without a version')
  const recogniseBefore = recogniserOf(formsWith(termbase, has.id, had))
  const recogniseAfter = recogniserOf(formsWith(termbase, has.id, has))
  const mayBeTouched = createMentions([...(had?.source ?? []), ...has.source])
  const versionsAtHand = [had, has].filter((version) => version !== undefined)
  const figuresInForms = versionsAtHand.some(({ source }) => source.some(mayHoldChineseNumber))
  const figuresInEnglish = versionsAtHand.flatMap(permitted).some(mayHoldEnglishNumber)
  return (pair) => {
    if (!mayBeTouched(pair.source)) return null
    const before = { ...pair, terms: recogniseBefore(pair.source).found }
    const after = { ...pair, terms: recogniseAfter(pair.source).found }
    const [was, is] = [before, after].map(({ terms }) => Map.groupBy(terms, ({ term }) => term.id === has.id))
    const placesOfTerm = [...(was?.get(true) ?? []), ...(is?.get(true) ?? [])]
    const sameOthers = samePlaces(was?.get(false) ?? [], is?.get(false) ?? [])
    if (placesOfTerm.length === 0 && sameOthers) return null
    const places = [...new Map(placesOfTerm.map((place) => [`${place.from} ${place.to}`, place])).values()]
    const sameFigures =
      sameOthers && !figuresInEnglish && !(figuresInForms && readChinese(pair.source).some(within(places)))
    const verify = createVerification(pair.target)
    const findingsIn = (context: SegmentContext): readonly Finding[] => {
      if (pair.target.trim() === '') return []
      return [...(sameFigures ? [] : quantities(context)), ...termFindings(context, verify)]
    }
    const findingsBefore = findingsIn(before)
    const findingsAfter = findingsIn(after)
    return {
      before,
      after,
      places: places.sort((a, b) => a.from - b.from),
      arisen: notIn(findingsAfter, findingsBefore),
      gone: notIn(findingsBefore, findingsAfter),
      standing: findingsAfter.filter((finding) => isOf(finding, has)),
    }
  }
}

/** The forms of the termbase with this version of the term in the term's place, or without the term if `undefined`. */
function formsWith({ terms, changes, forms, sequence }: Termbase, id: string, version: Term | undefined): TermForms {
  return withVersion(forms, terms.get(id), version, changes.get(id)?.place ?? sequence + 1)
}

/** Every permitted English text of a term: a number inside one belongs to the term. */
function permitted({ renderings, inflections = [], abbreviation = '', laterMention = '' }: Term): readonly string[] {
  const full = renderings.filter(({ status }) => status === 'preferred' || status === 'admitted')
  return [...full.map(({ text }) => text), ...inflections, abbreviation, laterMention]
}

function within(places: readonly Span[]): (span: Span) => boolean {
  return ({ from, to }) => places.some((place) => place.from <= from && to <= place.to)
}

/** Whether a finding is about this term. No two terms in use share a form. */
export function isOf({ code, params }: Finding, term: Term): boolean {
  return code.startsWith('term-') && term.source.includes(params.term ?? '')
}

function samePlaces(a: readonly TermOccurrence[], b: readonly TermOccurrence[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ term, from, to }, at) => term.id === b[at]?.term.id && from === b[at].from && to === b[at].to)
  )
}

/** The findings of the first list that are not in the second. */
function notIn(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const keys = new Set(others.map(keyOf))
  return findings.filter((finding) => !keys.has(keyOf(finding)))
}

/** Equal for findings of the same kind and severity about the same words in the same place. */
function keyOf(finding: Finding): string {
  const { severity, source, target } = finding
  return [findingKey(finding), severity, source?.from, target?.from, target?.to].join(' ')
}
