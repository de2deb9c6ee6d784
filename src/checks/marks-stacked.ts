import type { Check } from './check.ts'

/** No language that this English quotes puts more marks upon one letter. */
const stacked = /\p{M}{3,}/gu

/** Marks piled upon a letter, which cover what stands around it. */
export const marksStacked: Check = ({ segment, target }) =>
  [...target.matchAll(stacked)].map(({ 0: text, index: from }) => ({
    code: 'marks-stacked',
    severity: 'error',
    segment,
    target: { from, to: from + text.length },
    params: { count: String([...text].length) },
    fix: '',
  }))
