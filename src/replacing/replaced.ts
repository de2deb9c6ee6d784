import { compact, type Inline, inlineOf, isCode } from '../model/inline.ts'
import type { ReplacePlace } from '../model/search.ts'

/** Whether no inline code stands within a place: at its edges there may be some, which stay where they are. */
export function isWithoutCodes(text: Inline, { from, to }: Pick<ReplacePlace, 'from' | 'to'>): boolean {
  let offset = 0
  for (const part of text) {
    if (!isCode(part)) offset += part.length
    else if (offset > from && offset < to) return false
  }
  return true
}

/** The text with these places replaced, which stand from left to right and have no codes within. All codes stay. */
export function replaced(text: Inline, places: readonly ReplacePlace[]): Inline {
  const parts: Inline[number][] = []
  let offset = 0
  let next = 0
  for (const part of compact(text)) {
    if (isCode(part)) {
      parts.push(part)
      continue
    }
    const end = offset + part.length
    let written = ''
    let at = offset
    for (let place = places[next]; place !== undefined && place.from < end; place = places[++next]) {
      written += part.slice(at - offset, place.from - offset) + place.with
      at = place.to
    }
    parts.push(...inlineOf(written + part.slice(at - offset)))
    offset = end
  }
  return parts
}
