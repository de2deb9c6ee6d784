import type { FigureSheetView } from '../../../../src/contract/views/signing.ts'
import { type Figure, figureDiffers } from '../../../../src/model/release.ts'
import { placeAfter } from '../../../keys/keys.ts'

/** A sentence of the sheet with its figures. */
export type Line = FigureSheetView['segments'][number]

export const filters = ['all', 'open', 'differs'] as const
export type Filter = (typeof filters)[number]

const tests: Readonly<Record<Filter, (figure: Figure) => boolean>> = {
  all: () => true,
  open: ({ confirmed }) => confirmed === undefined,
  differs: figureDiffers,
}

/** The sentences with some figure that a filter is about. */
export function passing(lines: readonly Line[], filter: Filter): readonly Line[] {
  return lines.filter(({ figures }) => figures.some(tests[filter]))
}

/** How many figures a filter is about: of a sentence it shows, that may be some. */
export function countOf(lines: readonly Line[], filter: Filter): number {
  return lines.reduce((count, { figures }) => count + figures.filter(tests[filter]).length, 0)
}

/** How many figures there are, and how many somebody answers for. */
export function progressOf(lines: readonly Line[]): { readonly total: number; readonly confirmed: number } {
  const total = countOf(lines, 'all')
  return { total, confirmed: total - countOf(lines, 'open') }
}

/** Where a key leads in the list; an id that is not in it counts as before the first. */
export function moved(ids: readonly string[], from: string | null, key: string): string | undefined {
  const place = placeAfter(key, from === null ? -1 : ids.indexOf(from), ids.length)
  return place === undefined ? undefined : ids[place]
}
