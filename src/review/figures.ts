import { type Figure, type FigureConfirmation, figureDiffers, type SeenFigure } from '../model/release.ts'
import type { DocumentState, FiguresConfirmed, SegmentState, Stamp } from '../model/state.ts'
import { canonicalJson } from './canonical.ts'

/** What is seen of a figure, and nothing else that came with it. */
export function seen({ source, target, verdict }: SeenFigure): SeenFigure {
  return { source, target, verdict }
}

export function sameFigures(a: readonly SeenFigure[], b: readonly SeenFigure[]): boolean {
  return canonicalJson(a.map(seen)) === canonicalJson(b.map(seen))
}

/**
 * The last confirmation that holds for the figures of a segment as they are. Nobody confirms what their own words
 * brought about: that of an author of the present words does not hold, unless the workspace is single-person.
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

/** Who revised the segment, where that counts as a second pair of eyes. */
function revisionOf({ revised, authors }: SegmentState, singlePerson: boolean): Stamp | undefined {
  return revised !== undefined && (singlePerson || !authors.includes(revised.by)) ? revised : undefined
}

/**
 * Who answers for each of the figures of a segment, which are to be all of them. A check of the figures themselves
 * says more than a revision of the sentence, and a revision answers only for what agrees.
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

/** Whether some figure of a segment is not as the source has it, and nobody has confirmed that by name. */
export function hasUnconfirmed(segment: SegmentState, figures: readonly SeenFigure[], singlePerson: boolean): boolean {
  return figures.some(figureDiffers) && checkOf(segment, figures, singlePerson) === undefined
}

/** The figures of a document with who answers for each, by name. */
export function figureSheet(
  state: DocumentState,
  figures: readonly Figure[],
  { singlePerson, nameOf }: { readonly singlePerson: boolean; readonly nameOf: (person: string) => string },
): readonly Figure[] {
  return [...Map.groupBy(figures, ({ segment }) => segment)].flatMap(([id, own]) => {
    const confirmations = confirmationsOf(state.segments[id] as SegmentState, own, singlePerson)
    return own.map((figure, index) => {
      const confirmation = confirmations[index]
      if (confirmation === undefined) return figure
      const { by, at, how } = confirmation
      return { ...figure, confirmed: { name: nameOf(by), at, how } }
    })
  })
}
