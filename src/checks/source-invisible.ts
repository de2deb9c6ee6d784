import { codePointName, invisibleIn } from '../language/text/oddities.ts'
import type { Check } from './check.ts'

/**
 * Invisible characters in the Chinese, one finding for each kind. The Chinese is never altered, and whoever signs it has
 * to know what nobody sees: an error, which a person may waive by name.
 */
export const sourceInvisible: Check = ({ segment, source }) => {
  const firsts = new Map(
    invisibleIn(source)
      .toReversed()
      .map((oddity) => [oddity.text, oddity]),
  )
  return [...firsts.values()]
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, text }) => ({
      code: 'source-invisible',
      severity: 'error',
      segment,
      source: { from, to: from + text.length },
      params: { code: codePointName(text) },
    }))
}
