import { capitalised, isCapitalised } from '../language/english/capitals.ts'
import { inTitleCase } from '../language/english/title-case.ts'
import type { ReplacePlace, Search } from '../model/search.ts'
import type { Steps } from '../model/steps.ts'

/** The places that a pattern finds in a text, from left to right; none overlaps another, and none is empty. */
export function placesIn(text: string, pattern: RegExp, search: Search): readonly ReplacePlace[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => found !== '')
    .map((match) => ({ from: match.index, to: match.index + match[0].length, with: inPlaceOf(match, search) }))
}

/** The places in many texts, a text a step. */
export function* placesInSteps(
  texts: readonly string[],
  pattern: RegExp,
  search: Search,
): Steps<readonly (readonly ReplacePlace[])[]> {
  const places: (readonly ReplacePlace[])[] = []
  for (const text of texts) {
    places.push(placesIn(text, pattern, search))
    yield
  }
  return places
}

function inPlaceOf(match: RegExpExecArray, { find, mode, capitals, replacement }: Search): string {
  if (mode === 'expression') return filledIn(replacement, match)
  return capitals ? replacement : inCapitalsOf(match[0], find, replacement)
}

/**
 * A replacement with what the groups of an expression found: `$1` to `$99`, `$<name>`, `$&` for all of it, `$$` for a
 * dollar sign. What names no group stays as it is written.
 */
function filledIn(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\$(?:([$&])|(\d{1,2})|<([^>]*)>)/g, (written, sign, number, name) => {
    if (sign === '$') return '$'
    if (sign === '&') return match[0]
    if (name !== undefined)
      return match.groups !== undefined && name in match.groups ? (match.groups[name] ?? '') : written
    return groupOf(number, match) ?? written
  })
}

/** A group by its number; of two digits that name none, the group of the first and the second as it stands. */
function groupOf(number: string, match: RegExpExecArray): string | undefined {
  const isGroup = (index: number) => index > 0 && index < match.length
  if (isGroup(Number(number))) return match[Number(number)] ?? ''
  const [first = '', second] = number
  return second !== undefined && isGroup(Number(first)) ? `${match[Number(first)] ?? ''}${second}` : undefined
}

const wordsOf = (text: string) => text.match(/\p{L}[\p{L}\p{M}\p{N}’'-]*/gu) ?? []

/** What is put in, in the capitals of what was found, where these are others than were looked for. */
function inCapitalsOf(found: string, find: string, replacement: string): string {
  if (found === find) return replacement
  const words = wordsOf(found)
  if (found === found.toUpperCase() && found !== found.toLowerCase() && words.join('').length > 1) {
    return replacement.toUpperCase()
  }
  const isTitle = words.length > 1 && words.filter(({ length }) => length > 3).every(isCapitalised)
  if (isTitle && isCapitalised(found) && !wordsOf(find).every(isCapitalised)) return inTitleCase(replacement)
  return isCapitalised(found) && !isCapitalised(find) ? capitalised(replacement) : replacement
}
