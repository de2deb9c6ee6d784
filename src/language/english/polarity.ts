import type { Polarity } from '../chinese/polarity.ts'
import { entriesOf } from '../lists.ts'
import { adverseVerbs } from './data/adverse-verbs.ts'
import { denialWords, notDenialWords } from './data/denials.ts'
import { formsOf } from './verbs.ts'

/** What says each so clearly that nothing else is meant: `not only` and `or not` deny nothing, and May before a figure is a month. */
export const clearlySaid: readonly (readonly [Polarity, RegExp])[] = [
  ['denial', /\b(?:(?<!\bor )not(?! (?:only|just|least)\b)|never|cannot|nor|neither)\b|\b[a-z]+n[’']t\b/iu],
  ['possibility', /\b(?:may|might|could)\b(?! \d)/u],
  ['adversity', new RegExp(`\\b(?:${entriesOf(adverseVerbs).flatMap(formsOf).join('|')})\\b`, 'iu')],
]

const patternOf = (list: string) =>
  entriesOf(list)
    .map((word) => word.replace('-', /^[a-z]+-[a-z]/u.test(word) ? '-' : '[a-z]*'))
    .join('|')

/** Every word that denies, or says what a denial says. */
export const anyDenial = new RegExp(
  `\\b(?!(?:${patternOf(notDenialWords)})\\b)(?:${patternOf(denialWords)}|[a-z]+n[’']t)\\b`,
  'giu',
)

/** A denial before the end of a text, in the same clause. */
export const deniedBefore = /\b(?:not|never|no|cannot|nor|neither|without|nobody|none|nothing|\w+n[’']t)\b[^.;:]*$/iu
