import type { Finding } from '../model/finding.ts'
import type { Check } from './check.ts'

/** Two or more spaces where one is right. */
export const spaceDoubled: Check = ({ segment, target }) =>
  [...target.matchAll(/[ \t\u00a0\u202f]{2,}/g)].map(({ 0: text, index: from }) => ({
    code: 'space-doubled',
    severity: 'warning',
    segment,
    target: { from, to: from + text.length },
    params: {},
    fix: ' ',
  }))

/** A space before a mark that belongs to the word before it. */
export const spaceBeforeMark: Check = ({ segment, target }) => {
  const findings: Finding[] = []
  for (const { 0: text, index: from } of target.matchAll(
    /(?<=\S)[ \t\u00a0\u202f]{1,9}[,.;:!?)\]”](?![\p{L}\p{N}.])/gu,
  )) {
    const mark = text.slice(-1)
    findings.push({
      code: 'space-before-mark',
      severity: 'warning',
      segment,
      target: { from, to: from + text.length },
      params: { mark },
      fix: mark,
    })
  }
  return findings
}

/**
 * A mark followed by a letter where a space is missing. Numbers (1,000; 3.5; 10:30), abbreviations (U.S., e.g.) and
 * addresses (China.org.cn, https://…) need none.
 */
export const spaceMissing: Check = ({ segment, target }) => {
  const findings: Finding[] = []
  for (const { 0: mark, index: at } of target.matchAll(/[,;:.!?)”](?=[\p{L}\p{N}“(])/gu)) {
    if (!belongsApart(target, mark, at) || isAddress(target, at)) continue
    findings.push({
      code: 'space-missing',
      severity: 'warning',
      segment,
      target: { from: at, to: at + 1 },
      params: { mark },
      fix: `${mark} `,
    })
  }
  return findings
}

function belongsApart(text: string, mark: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at)
  const after = text.slice(at + 1, at + 3)
  const numbers = /\d$/.test(before) && /^\d/.test(after)
  switch (mark) {
    case '.':
      return /(?:[a-z]{2}|[\d)”%])$/.test(before) && /^(?:\p{Lu}\p{Ll}|“)/u.test(after)
    case ')':
      return /^\p{L}/u.test(after) && !/\(\p{Ll}{0,3}$/u.test(before)
    case '”':
      return /^\p{L}\p{L}/u.test(after)
    default:
      return !numbers
  }
}

/** Whether the word around `at` is a web or mail address. */
function isAddress(text: string, at: number): boolean {
  const reach = 200
  const before = text.slice(Math.max(0, at - reach), at)
  const after = text.slice(at, at + reach)
  const word = `${/\S*$/.exec(before)?.[0] ?? ''}${/^\S*/.exec(after)?.[0] ?? ''}`
  return /:\/\/|^www\.|\S@\S|^doi:/.test(word)
}
