import type { AnswerToJudge } from '../drafting/judging.ts'
import { expectDefined } from '../model/expect.ts'
import type { Term, TermOccurrence } from '../model/term.ts'

/** Answers for another thread, with each of their entries once, under a number that it has for good. */
export interface JudgingList {
  readonly terms: ReadonlyMap<number, Term>
  readonly answers: readonly (Omit<AnswerToJudge, 'terms'> & { readonly terms: readonly NumberedOccurrence[] })[]
}

type NumberedOccurrence = Omit<TermOccurrence, 'term'> & { readonly term: number }

/** The most entries that a thread keeps. */
const mostKept = 100_000

const numbers = new WeakMap<Term, number>()
let last = 0

function numberOf(term: Term): number {
  const number = numbers.get(term) ?? ++last
  numbers.set(term, number)
  return number
}

export function judgingList(answers: readonly AnswerToJudge[]): JudgingList {
  const terms = new Map<number, Term>()
  const numbered = answers.map((answer) => ({
    ...answer,
    terms: answer.terms.map((occurrence) => {
      const number = numberOf(occurrence.term)
      terms.set(number, occurrence.term)
      return { ...occurrence, term: number }
    }),
  }))
  return { terms, answers: numbered }
}

/** The answers of a list, with the very entries of earlier lists where `known` has them. */
export function openList({ terms, answers }: JudgingList, known: Map<number, Term>): readonly AnswerToJudge[] {
  if (known.size > mostKept) known.clear()
  for (const [number, term] of terms) if (!known.has(number)) known.set(number, term)
  return answers.map((answer) => ({
    ...answer,
    terms: answer.terms.map((occurrence) => ({
      ...occurrence,
      term: expectDefined(known.get(occurrence.term), 'an entry of the list'),
    })),
  }))
}
