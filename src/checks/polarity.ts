import { mayExpress, type Polarity, plainDenialsIn } from '../language/chinese/polarity.ts'
import { adverseVerbs } from '../language/english/data/adverse-verbs.ts'
import { denialWords } from '../language/english/data/denials.ts'
import { formsOf } from '../language/english/verbs.ts'
import { entriesOf } from '../language/lists.ts'
import type { FindingCode } from '../model/finding.ts'
import type { Check } from './check.ts'

const codes: Readonly<Record<Polarity, FindingCode>> = {
  denial: 'negation-added',
  possibility: 'possibility-added',
  adversity: 'adverse-added',
}

/** English words that say each: `not only` and `or not` deny nothing, and May before a figure is a month. */
const said: readonly (readonly [Polarity, RegExp])[] = [
  ['denial', /\b(?:(?<!\bor )not(?! (?:only|just|least)\b)|never|cannot|nor|neither)\b|\b[a-z]+n[’']t\b/iu],
  ['possibility', /\b(?:may|might|could)\b(?! \d)/u],
  ['adversity', new RegExp(`\\b(?:${entriesOf(adverseVerbs).flatMap(formsOf).join('|')})\\b`, 'iu')],
]

/**
 * English that denies, leaves open, or takes away what nothing in the Chinese does: a note, to look there first. On 1,640
 * right sentences of official reports thirteen are pointed at.
 */
export const polarity: Check = ({ segment, source, target }) =>
  said.flatMap(([kind, pattern]) => {
    if (mayExpress(source, kind)) return []
    const found = pattern.exec(target)
    if (found === null) return []
    const { 0: word, index: from } = found
    return [
      {
        code: codes[kind],
        severity: 'note',
        segment,
        target: { from, to: from + word.length },
        params: { en: word },
      },
    ]
  })

const anyDenial = new RegExp(
  `\\b(?:${entriesOf(denialWords)
    .map((word) => word.replace('-', '[a-z]*'))
    .join('|')}|un(?!til|der|it|ion|iver|iqu|if|less)[a-z]+|[a-z]+n[’']t)\\b`,
  'giu',
)

/**
 * Fewer denials in the English than plain ones in the Chinese: a note. On 1,640 right sentences of official reports five are
 * pointed at.
 */
export const negationMissing: Check = ({ segment, source, target }) => {
  const denials = plainDenialsIn(source)
  const first = denials[0]
  if (first === undefined || denials.length <= (target.match(anyDenial)?.length ?? 0)) return []
  const zh = denials.map(({ from, to }) => source.slice(from, to)).join('、')
  return [{ code: 'negation-missing', severity: 'note', segment, source: first, params: { zh } }]
}
