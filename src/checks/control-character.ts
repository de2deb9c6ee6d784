import { codePointName, invisibleIn } from '../language/text/oddities.ts'
import type { Check } from './check.ts'

const lineEnd = /[\n\r\v\f\u0085]/
/** Looks like a blank and is none. */
const brailleBlank = /\u2800+/g
const blanks = /[\n\r\v\f\u0085\u2800]+/g

/**
 * Characters that are invisible, or that change the order of others (UTS #39 gives the reasons), and line ends where the
 * Chinese has none. An error that nobody can waive, since people sign what they see.
 */
export const controlCharacter: Check = ({ segment, source, target }) => {
  const found = [
    ...invisibleIn(target).map((oddity) => ({ ...oddity, fix: '' })),
    ...[...target.matchAll(lineEnd.test(source) ? brailleBlank : blanks)].map(({ 0: text, index: from }) => {
      return { from, text, fix: ' ' }
    }),
  ]
  return found
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, text, fix }) => ({
      code: 'control-character',
      severity: 'error',
      segment,
      target: { from, to: from + text.length },
      params: { code: codePointName(text) },
      fix,
    }))
}
