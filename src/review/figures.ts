import { type Figure, type FigureConfirmation, figureDiffers, type SeenFigure } from '../model/release.ts'
import type { DocumentState, FiguresConfirmed, SegmentState, Stamp } from '../model/state.ts'
import { atOnce, flatMapSteps, type Steps } from '../model/steps.ts'
import { canonicalJson } from './canonical.ts'
import { revisionOf } from './four-eyes.ts'
import { presentSegment } from './segments.ts'

/** The members of a figure that people see, without any others. */
export function seen({ source, target, verdict }: SeenFigure): SeenFigure {
  return { source, target, verdict }
}

export function sameFigures(a: readonly SeenFigure[], b: readonly SeenFigure[]): boolean {
  return canonicalJson(a.map(seen)) === canonicalJson(b.map(seen))
}

/**
 * The last confirmation that is valid for the present figures of a segment. A confirmation by an author of the present
 * text is not valid, unless the workspace is single-person: nobody confirms their own work.
 */
function checkOf(
  { figuresConfirmed = [], authors }: SegmentState,
  figures: readonly SeenFigure[],
  singlePerson: boolean,
): FiguresConfirmed | undefined {
  return figuresConfirmed.findLast(
    (confirmed) => (singlePerson || !authors.includes(confirmed.by)) && sameFigures(confirmed.figures, figures),
  )
}

/**
 * Who confirmed each figure of a segment; `figures` must be all of them. A check of the figures takes precedence over a
 * revision of the sentence, and a revision only confirms figures that agree.
 */
export function confirmationsOf(
  segment: SegmentState,
  figures: readonly SeenFigure[],
  singlePerson: boolean,
): readonly ((Stamp & Pick<FigureConfirmation, 'how'>) | undefined)[] {
  const check = checkOf(segment, figures, singlePerson)
  const revision = revisionOf(segment, singlePerson)
  return figures.map((figure) => {
    if (check !== undefined) return { by: check.by, at: check.at, how: 'checked' }
    if (revision === undefined || figureDiffers(figure)) return undefined
    return { by: revision.by, at: revision.at, how: 'revision' }
  })
}

/** Whether a figure of the segment differs from the source and nobody has confirmed the figures by name. */
export function hasUnconfirmed(segment: SegmentState, figures: readonly SeenFigure[], singlePerson: boolean): boolean {
  return figures.some(figureDiffers) && checkOf(segment, figures, singlePerson) === undefined
}

/** The figures of a document with the names of the people who confirmed each. */
export function figureSheet(
  state: DocumentState,
  figures: readonly Figure[],
  options: SheetOptions,
): readonly Figure[] {
  return atOnce(figureSheetSteps(state, figures, options))
}

interface SheetOptions {
  readonly singlePerson: boolean
  readonly nameOf: (person: string) => string
}

/** The same, a segment a step. */
export function figureSheetSteps(
  state: DocumentState,
  figures: readonly Figure[],
  { singlePerson, nameOf }: SheetOptions,
): Steps<readonly Figure[]> {
  return flatMapSteps([...Map.groupBy(figures, ({ segment }) => segment)], ([id, figuresOfSegment]) => {
    const confirmations = confirmationsOf(presentSegment(state, id), figuresOfSegment, singlePerson)
    return figuresOfSegment.map((figure, index) => {
      const confirmation = confirmations[index]
      if (confirmation === undefined) return figure
      const { by, at, how } = confirmation
      return { ...figure, confirmed: { name: nameOf(by), at, how } }
    })
  })
}
