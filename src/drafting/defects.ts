import type { HouseStyle } from '../model/house-style.ts'
import { preferredRendering, type Term, type TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import { covering } from '../terms/verification/spans.ts'
import { verifyTerm } from '../terms/verification/verify.ts'
import { termsOf } from './compliance.ts'

/** What a draft is judged by: its plain source, the terms recognised in it, and the house style. */
interface Judged {
  readonly source: string
  readonly terms: readonly TermOccurrence[]
  readonly style: HouseStyle
}

/**
 * The defects of a draft, in English for an engine that can repair them: missing or misused terms, and numbers that
 * certainly differ. Warnings are left to the checks, since an engine told to repair a correct draft spoils it.
 */
export function defectsOf(job: Judged, target: string): readonly string[] {
  return [...termDefects(termsOf(job.terms), target), ...numberDefects(job, target)]
}

function termDefects(terms: readonly Term[], target: string): readonly string[] {
  const verified = terms.map((term) => ({ term, ...verifyTerm(term, target) }))
  const isRight = covering(verified.flatMap((verification) => verification.met))
  return verified.flatMap(({ term, met: uses, misused }) => {
    const wanted = `"${preferredRendering(term)}" for ${term.source[0]}`
    const wrong = misused.filter(({ span }) => !isRight(span))
    if (wrong.length > 0) return wrong.map(({ rendering }) => `Do not use "${rendering.text}"; use ${wanted}.`)
    return uses.length > 0 ? [] : [`Use ${wanted}.`]
  })
}

/** Numbers inside a term belong to the term, in both languages. */
function numberDefects({ source, terms, style }: Judged, target: string): readonly string[] {
  const inTerm = covering(terms)
  const inRendering = covering(termsOf(terms).flatMap((term) => verifyTerm(term, target).met))
  const zh = readChinese(source).filter((quantity) => !inTerm(quantity))
  const en = readEnglish(target).filter((quantity) => !inRendering(quantity))
  return compareQuantities(zh, en).flatMap((agreement) => {
    if (agreement.severity !== 'error' || !agreement.zh) return []
    const { text } = agreement.zh
    const wanted = writeEnglish(agreement.zh, style)
    return [agreement.en ? `${text} is ${wanted}, not ${agreement.en.text}.` : `${text} is missing: say "${wanted}".`]
  })
}
