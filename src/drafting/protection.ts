import type { ConstraintMeans } from '../model/draft.ts'
import type { Quantity } from '../model/quantity.ts'
import { preferredRendering } from '../model/term.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import type { DraftJob } from './job.ts'
import { type Protected, protect, type SettledPart } from './protect.ts'

/** Jobs of one source, and the figures in it that a draft got wrong. */
interface Protectable {
  readonly jobs: readonly [DraftJob, ...DraftJob[]]
  readonly missed: readonly Quantity[]
}

/** Whether the English of terms stands in the source itself. */
export function protectsInText(means: ConstraintMeans): boolean {
  return means === 'markup' || means === 'placeholder' || means === 'target-in-source'
}

/** The source of a job as an engine gets it. */
export function protectionOf(group: Protectable, means: ConstraintMeans): Protected {
  const [{ source }] = group.jobs
  return protect(source, protectsInText(means) ? settledParts(group) : [], means)
}

/** The code points of that source: what the limits of an engine are about. */
export function sentLength(group: Protectable, means: ConstraintMeans): number {
  const [job] = group.jobs
  const isAsItIs = !protectsInText(means) || (means !== 'markup' && job.terms.length + group.missed.length === 0)
  return Array.from(isAsItIs ? job.source : protectionOf(group, means).source).length
}

/** The terms of a source; and of its figures those that a draft got wrong, since engines mostly keep figures. */
function settledParts({ jobs: [job], missed }: Protectable): readonly SettledPart[] {
  const terms = job.terms.map(({ from, to, term }) => ({ from, to, english: preferredRendering(term) }))
  const figures = [...new Map(missed.map((figure) => [figure.from, figure])).values()]
  return [
    ...terms,
    ...figures.flatMap((figure) => {
      const english = writeEnglish(figure, job.style)
      return english === '' ? [] : [{ from: figure.from, to: figure.to, english }]
    }),
  ]
}
