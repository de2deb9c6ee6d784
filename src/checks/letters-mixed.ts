import { codePointName, latinOf, mixedWordsIn } from '../language/text/oddities.ts'
import type { Check } from './check.ts'

/**
 * Words in which letters of another script pass for Latin ones (a Cyrillic а in “road”): no search finds them, and no check
 * knows them. An error that nobody can waive.
 */
export const lettersMixed: Check = ({ segment, target }) =>
  mixedWordsIn(target).map(({ from, text, letter }) => {
    const fix = latinOf(text)
    return {
      code: 'letters-mixed',
      severity: 'error',
      segment,
      target: { from, to: from + text.length },
      params: { text, code: codePointName(letter) },
      ...(fix === null ? {} : { fix }),
    }
  })
