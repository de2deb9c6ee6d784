import type { HouseStyle } from '../model/house-style.ts'
import type { Quantity } from '../model/quantity.ts'
import { preferredRendering, type Term, type TermOccurrence } from '../model/term.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import { covering } from '../terms/verification/spans.ts'
import { createVerification, type Verification } from '../terms/verification/verify.ts'
import { answerDefects } from './answer-defects.ts'
import type { Defect } from './defect.ts'
import { termsOf } from './job.ts'

/** What a draft is judged by: its plain source, the terms recognised in it, and the house style. */
export interface Judged {
  readonly source: string
  readonly terms: readonly TermOccurrence[]
  readonly style: HouseStyle
}

/** What a draft holds of what it was asked for, and what is wrong with it. */
export interface Judgement {
  readonly defects: readonly Defect[]
  readonly terms: { readonly asked: readonly string[]; readonly met: readonly string[] }
  readonly figures: { readonly asked: number; readonly met: number }
}

/**
 * Judges a draft by the checks that block: terms missing or misused, numbers that certainly differ, and answers that
 * are no translation at all. Warnings are left to the checks, since an engine told to repair a correct draft spoils it.
 */
export function judge(job: Judged, target: string): Judgement {
  const terms = termsOf(job.terms)
  const verified = verifyTerms(terms, target)
  const figures = judgeFigures(job, target, verified)
  return {
    defects: [...answerDefects(job.source, target), ...termDefects(verified), ...figures.defects],
    terms: {
      asked: terms.map(({ id }) => id),
      met: verified.filter(({ verification }) => verification.met.length > 0).map(({ term }) => term.id),
    },
    figures: { asked: figures.asked, met: figures.asked - figures.defects.length },
  }
}

interface VerifiedTerm {
  readonly term: Term
  readonly verification: Verification
}

/** Most sources have no term, and then the words of the target need not be told. */
function verifyTerms(terms: readonly Term[], target: string): readonly VerifiedTerm[] {
  if (terms.length === 0) return []
  const verifyIn = createVerification(target)
  return terms.map((term) => ({ term, verification: verifyIn(term) }))
}

function termDefects(verified: readonly VerifiedTerm[]): readonly Defect[] {
  const isRight = covering(verified.flatMap(({ verification }) => verification.met))
  return verified.flatMap(({ term, verification: { met, misused } }) => {
    const wanted = `"${preferredRendering(term)}" for ${term.source[0]}`
    const wrong = misused.filter(({ span }) => !isRight(span))
    if (wrong.length > 0) {
      return wrong.map(({ rendering }) => ({ message: `Do not use "${rendering.text}"; use ${wanted}.`, term }))
    }
    return met.length > 0 ? [] : [{ message: `Use ${wanted}.`, term }]
  })
}

/** The figures of a source, those inside a term left to the term. */
function figuresOf({ source, terms }: Pick<Judged, 'source' | 'terms'>): readonly Quantity[] {
  const inTerm = covering(terms)
  return readChinese(source).filter((quantity) => !inTerm(quantity))
}

/** Numbers inside a term belong to the term, in both languages. */
function judgeFigures(job: Judged, target: string, verified: readonly VerifiedTerm[]) {
  const inRendering = covering(verified.flatMap(({ verification }) => verification.met))
  const zh = figuresOf(job)
  const en = readEnglish(target).filter((quantity) => !inRendering(quantity))
  const agreements = compareQuantities(zh, en).filter((agreement) => agreement.zh !== undefined)
  const defects = agreements.flatMap((agreement): readonly Defect[] => {
    if (agreement.severity !== 'error' || !agreement.zh) return []
    const { text } = agreement.zh
    const wanted = writeEnglish(agreement.zh, job.style)
    const message = agreement.en
      ? `${text} is ${wanted}, not ${agreement.en.text}.`
      : `${text} is missing: say "${wanted}".`
    return [{ message, figure: agreement.zh }]
  })
  return { asked: zh.length, defects }
}
