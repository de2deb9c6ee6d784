import { capitalised, isCapitalised } from '../language/english/capitals.ts'
import { inTitleCase } from '../language/english/title-case.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { ReplacePlace, Search } from '../model/search.ts'
import type { Steps } from '../model/steps.ts'

/** How much one search may find and put in: far more than anybody looks through, and little for memory. */
export interface SearchRoom {
  /** Places. */
  readonly places: number
  /** UTF-16 units of what is put in, all places together. */
  readonly units: number
}

const searchRoom: SearchRoom = { places: 200_000, units: 10_000_000 }

/**
 * The places that a pattern finds in many texts, a text a step: from left to right; none overlaps another, and none is
 * empty. Refuses a search that finds or puts in more than there is room for.
 */
export function* placesInSteps(
  texts: readonly string[],
  pattern: RegExp,
  search: Search,
  room: SearchRoom = searchRoom,
): Steps<readonly (readonly ReplacePlace[])[] | Refusal> {
  const inPlaceOf = puttingIn(search)
  const found: (readonly ReplacePlace[])[] = []
  let { places, units } = room
  for (const text of texts) {
    const here: ReplacePlace[] = []
    // One after the other: all matches of a long text, with their groups, would take more than there is.
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue
      const place = { from: match.index, to: match.index + match[0].length, with: inPlaceOf(match) }
      places -= 1
      units -= place.with.length
      if (places < 0 || units < 0) return refuse('search-too-much')
      here.push(place)
    }
    found.push(here)
    yield
  }
  return found
}

/** What a search puts in for a match. */
function puttingIn({ find, mode, capitals, replacement }: Search): (match: RegExpExecArray) => string {
  if (mode === 'expression') return (match) => filledIn(replacement, match)
  if (capitals) return () => replacement
  const forms = formsOf(replacement)
  return ([found]) => inCapitalsOf(found, find, forms)
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

/** What is put in, in each way of capitals; that of a title is made once, and only if it is met. */
interface Forms {
  readonly written: string
  readonly upper: string
  readonly capitalised: string
  readonly title: () => string
}

function formsOf(written: string): Forms {
  let title: string | undefined
  return {
    written,
    upper: written.toUpperCase(),
    capitalised: capitalised(written),
    title: () => (title ??= inTitleCase(written)),
  }
}

/** What is put in, in the capitals of what was found, where these are others than were looked for. */
function inCapitalsOf(found: string, find: string, forms: Forms): string {
  if (found === find) return forms.written
  const words = wordsOf(found)
  if (found === found.toUpperCase() && found !== found.toLowerCase() && words.join('').length > 1) return forms.upper
  const isTitle = words.length > 1 && words.filter(({ length }) => length > 3).every(isCapitalised)
  if (isTitle && isCapitalised(found) && !wordsOf(find).every(isCapitalised)) return forms.title()
  return isCapitalised(found) && !isCapitalised(find) ? forms.capitalised : forms.written
}
