import type { HouseStyle } from '../model/house-style.ts'
import { preferredRendering, type Term, type TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import { covering } from '../terms/verification/spans.ts'
import { verifyTerm } from '../terms/verification/verify.ts'
import { termsOf } from './compliance.ts'

/** What a draft is held against: its plain source, the terms recognised in it, and the style of the house. */
interface Judged {
  readonly source: string
  readonly terms: readonly TermOccurrence[]
  readonly style: HouseStyle
}

/**
 * What is wrong with a draft, each told in English to an engine that can mend it: terms missed or misused, and numbers
 * that differ beyond doubt. What only warns stays for the checks: an engine told to mend what is right spoils it.
 */
export function defectsOf(job: Judged, target: string): readonly string[] {
  return [...termDefects(termsOf(job.terms), target), ...numberDefects(job, target)]
}

function termDefects(terms: readonly Term[], target: string): readonly string[] {
  const verified = terms.map((term) => ({ term, ...verifyTerm(term, target) }))
  const isRight = covering(verified.flatMap((one) => one.met))
  return verified.flatMap(({ term, met: own, misused }) => {
    const wanted = `"${preferredRendering(term)}" for ${term.source[0]}`
    const wrong = misused.filter(({ span }) => !isRight(span))
    if (wrong.length > 0) return wrong.map(({ rendering }) => `Do not use "${rendering.text}"; use ${wanted}.`)
    return own.length > 0 ? [] : [`Use ${wanted}.`]
  })
}

/** Numbers inside a term are the term's, on both sides. */
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
