import { capitalised, isCapitalised } from '../../language/english/capitals.ts'
import { headOf } from '../../language/english/noun-phrase.ts'
import { pluralOf } from '../../language/english/nouns.ts'
import { inTitleCase, isMinorInTitle } from '../../language/english/title-case.ts'
import { verbLike } from '../../language/english/verbs.ts'
import { type Word, wordsOf } from '../../language/english/words.ts'
import { phraseOf } from './phrase.ts'

/**
 * The preferred rendering as it stands in the place of a misused one: in the plural where `standing`, the words of the
 * text, has the head of `misused` in the plural, with its possessive, its initial capital, the capitals of a title or
 * capitals throughout, and with the verb that it opens with in the form in which that of `misused` stands.
 */
export function inPlaceOf(preferred: string, misused: string, standing: string, opensSentence: boolean): string {
  const [wanted, wrong, words] = [wordsOf(preferred), wordsOf(misused), wordsOf(standing)]
  let fix = inFormOf(preferred, misused, standing) ?? preferred
  const head = wrong[headOf(wrong)]?.text.toLowerCase() ?? ''
  const last = words.at(-1)?.text ?? ''
  const possessive = /'s$/i.test(last) && !/'s$/i.test(wrong.at(-1)?.text ?? '')
  const isPlural = words
    .map(({ text }) => text.toLowerCase().replace(/'s$/, ''))
    .some((word) => word !== head && word === pluralOf(head))
  const headWord = wanted[headOf(wanted)]
  if (isPlural && headWord !== undefined && headWord.text === headWord.text.toLowerCase()) {
    fix = fix.slice(0, headWord.from) + pluralOf(headWord.text) + fix.slice(headWord.to)
  }
  if (possessive) fix = `${fix}’s`
  if (standing.length > 1 && standing === standing.toUpperCase() && misused !== misused.toUpperCase())
    return fix.toUpperCase()
  if (isTitled(wrong, words, opensSentence)) return inTitleCase(fix)
  return opensSentence ? capitalised(fix) : fix
}

/** Whether words that are written small stand as in a title: all of them capitalised, and not for opening a sentence. */
function isTitled(rendering: readonly Word[], standing: readonly Word[], opensSentence: boolean): boolean {
  if (rendering.some(({ text }) => text !== text.toLowerCase())) return false
  const telling = standing.filter(({ text }) => !isMinorInTitle(text.toLowerCase()))
  return telling.length > Number(opensSentence) && telling.every(({ text }) => isCapitalised(text))
}

/**
 * The preferred rendering with the verb it opens with in the form in which `misused` stands in the text as `standing`, as
 * it is where neither opens with a verb. Null where words of one kind would take the place of another kind, or the
 * form of the verb cannot be told.
 */
export function inFormOf(preferred: string, misused: string, standing: string): string | null {
  const [wanted, wrong] = [preferred, misused].map((text) => openingVerb(wordsOf(text)))
  if (wanted === undefined && wrong === undefined) return preferred
  const [first] = wordsOf(standing)
  if (wanted === undefined || wrong === undefined || first === undefined) return null
  const form = verbLike(wanted.text, wrong.text, first.text.toLowerCase())
  return form === null ? null : form + preferred.slice(wanted.to)
}

function openingVerb(rendering: readonly Word[]): Word | undefined {
  const [first] = phraseOf(rendering, { verb: false }).words
  return first?.part === 'verb' && first.from === 0 ? first : undefined
}
