import { headOf, pluralOf } from './inflection.ts'
import { wordsOf } from './words.ts'

/**
 * The preferred rendering as it stands in the place of a misused one: in the plural where `found`, the words of the
 * text, has the head of `misused` in the plural, with its possessive, its initial capital or its capitals throughout.
 */
export function inPlaceOf(preferred: string, misused: string, found: string, opensSentence: boolean): string {
  const [wanted, wrong, standing] = [wordsOf(preferred), wordsOf(misused), wordsOf(found)]
  let fix = preferred
  const head = wrong[headOf(wrong)]?.text.toLowerCase() ?? ''
  const last = standing.at(-1)?.text ?? ''
  const possessive = /'s$/i.test(last) && !/'s$/i.test(wrong.at(-1)?.text ?? '')
  const isPlural = standing
    .map(({ text }) => text.toLowerCase().replace(/'s$/, ''))
    .some((word) => word !== head && word === pluralOf(head))
  const own = wanted[headOf(wanted)]
  if (isPlural && own !== undefined && own.text === own.text.toLowerCase()) {
    fix = fix.slice(0, own.from) + pluralOf(own.text) + fix.slice(own.to)
  }
  if (possessive) fix = `${fix}’s`
  if (found.length > 1 && found === found.toUpperCase() && misused !== misused.toUpperCase()) return fix.toUpperCase()
  return opensSentence ? fix.slice(0, 1).toUpperCase() + fix.slice(1) : fix
}
