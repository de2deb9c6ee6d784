import type { Check } from './check.ts'
import { createLoneMarks, unbalanced } from './lone-marks.ts'

const pairing = {
  open: { '(': 'round', '（': 'round', '[': 'square', '［': 'square', '{': 'curly' },
  close: { ')': 'round', '）': 'round', ']': 'square', '］': 'square', '}': 'curly' },
}

const loneMarks = /* @__PURE__ */ createLoneMarks(pairing)

/** Brackets without their partner. A closing bracket after the number of an item, `1)` or `b)`, needs no partner. */
export const bracketsUnbalanced: Check = ({ segment, source, target }) =>
  unbalanced('brackets-unbalanced', segment, loneIn(source), loneIn(target), (mark) => mark in pairing.open)

function loneIn(text: string) {
  return loneMarks(text, (at) => /^[)）]$/.test(text[at] ?? '') && endsItemNumber(text, at))
}

/** Whether the text before `at` ends in a number or letter by itself at the beginning of a word. */
function endsItemNumber(text: string, at: number): boolean {
  return /(?:^|[\s;,，；。])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})$/.test(text.slice(Math.max(0, at - 5), at))
}
