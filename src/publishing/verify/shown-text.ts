import { anchorOf } from '../addresses.ts'
import { extractText, type ShownRow } from './extract.ts'
import { extractEarlierText } from './extract-earlier.ts'

/** The sentences that a page shows, in order; null for a page that no version of this programme has written. */
export function shownRows(page: string): readonly ShownRow[] | null {
  return isEarlier(page) ? earlierRows(page) : extractText(page)
}

/** Whether a page is of a version that wrote the English of every sentence twice. */
function isEarlier(page: string): boolean {
  return page.includes('<span class="s"')
}

function earlierRows(page: string): readonly ShownRow[] | null {
  const shown = extractEarlierText(page)
  if (shown === null) return null
  const places = new Map<string, number>()
  return shown.rows.map(({ id, block, source, target, after }) => {
    const place = places.get(block) ?? 0
    places.set(block, place + 1)
    const both = source !== undefined && target !== undefined
    return {
      anchor: anchorOf(id),
      block,
      ...(source !== undefined && { source }),
      ...(target !== undefined && { target }),
      after,
      ...(both && { copy: shown.copies.get(block)?.[place] ?? '' }),
    }
  })
}
