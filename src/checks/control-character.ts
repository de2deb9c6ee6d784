import type { Check } from './check.ts'

/**
 * Characters that are invisible or that change the order of others: Unicode categories Cc (except tab and line feed),
 * Cf, Cs, Co, Zl and Zp; UTS #39 gives the reasons. An error, since people sign what they see.
 */
const hidden = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

export const controlCharacter: Check = ({ segment, target }) =>
  [...target.matchAll(hidden)].map(({ 0: text, index: from }) => ({
    code: 'control-character',
    severity: 'error',
    segment,
    target: { from, to: from + text.length },
    params: { code: `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` },
    fix: '',
  }))
