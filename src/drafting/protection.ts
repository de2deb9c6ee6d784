import { countCodePoints } from '../model/code-points.ts'
import type { ConstraintMeans } from '../model/draft.ts'
import type { Quantity } from '../model/quantity.ts'
import { preferredRendering, type TermOccurrence } from '../model/term.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import type { DraftJob } from './job.ts'
import type { DocumentNames } from './names.ts'
import { type Protected, protect, type SettledPart } from './protect.ts'

/** Jobs of one source, and the figures in it that a draft got wrong. */
interface Protectable {
  readonly jobs: readonly [DraftJob, ...DraftJob[]]
  readonly missed: readonly Quantity[]
}

/** A source as an engine gets it, with its code points: what the limits of an engine are about. */
export interface SizedSource extends Protected {
  readonly codePoints: number
}

/** Whether the English of terms stands in the source itself. */
export function protectsInText(means: ConstraintMeans): boolean {
  return means === 'markup' || means === 'placeholder' || means === 'target-in-source'
}

interface Made {
  readonly means: ConstraintMeans
  readonly missed: readonly Quantity[]
  readonly names: readonly TermOccurrence[]
  readonly sized: SizedSource
}

const lastMade = new WeakMap<Protectable, Made>()

/**
 * The source of a job as an engine gets it, the names whose English is decided protected like terms. The last one is kept:
 * it is measured for a call before it is sent.
 */
export function protectionOf(group: Protectable, means: ConstraintMeans, decided: DocumentNames): SizedSource {
  const { missed, jobs } = group
  const names = protectsInText(means) ? decided.occurrencesIn(jobs[0]) : []
  const last = lastMade.get(group)
  if (last?.means === means && last.missed === missed && sameTerms(last.names, names)) return last.sized
  const made = protect(jobs[0].source, protectsInText(means) ? settledParts(group, names) : [], means)
  const sized = { ...made, codePoints: countCodePoints(made.source) }
  lastMade.set(group, { means, missed, names, sized })
  return sized
}

/** Once decided, a name keeps its term. */
function sameTerms(a: readonly TermOccurrence[], b: readonly TermOccurrence[]): boolean {
  return a.length === b.length && a.every(({ term, from }, at) => term === b[at]?.term && from === b[at]?.from)
}

/** The terms and names of a source; and of its figures those that a draft got wrong, since engines mostly keep figures. */
function settledParts({ jobs: [job], missed }: Protectable, names: readonly TermOccurrence[]): readonly SettledPart[] {
  const words = [...job.terms, ...names].map(({ from, to, term }) => ({ from, to, english: preferredRendering(term) }))
  const figures = [...new Map(missed.map((figure) => [figure.from, figure])).values()]
  return [
    ...words,
    ...figures.flatMap((figure) => {
      const english = writeEnglish(figure, job.style)
      return english === '' ? [] : [{ from: figure.from, to: figure.to, english }]
    }),
  ]
}
