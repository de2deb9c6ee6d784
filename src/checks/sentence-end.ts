import type { Check } from './check.ts'

const closing = /[\s"'”’）)\]」』】》]+$/
const full = new Set(['。', '．', '.', '！', '!', '？', '?', '…'])
/** Two points of a list, each behind its dash or bullet: "-- growth of 6% -- prices". */
const points = /(?:^|[\s:]) ?(?:--|•) ?\S[^.]*(?:--|•) ?\S/u
const question = new Set(['？', '?'])

/**
 * The English of a sentence ends with a mark if the source does, and with a question mark if the source asks. Headings
 * are not checked. One that ends in a colon or semicolon goes on in the next, as a list does: that is a note.
 */
export const sentenceEnd: Check = ({ segment, kind, source, target }) => {
  if (kind === 'heading') return []
  const end = trimmedEnd(source)
  const mark = source[end - 1] ?? ''
  if (!full.has(mark)) return []
  const asks = question.has(mark)
  const targetEnd = trimmedEnd(target)
  const last = target[targetEnd - 1] ?? ''
  if (asks ? target.includes('?') : full.has(last)) return []
  // Points of a list, one after the other, end without a mark.
  if (!asks && points.test(target)) return []
  const expected = asks ? '?' : '.'
  const replaces = /[.,;:]/.test(last)
  const at = replaces ? targetEnd : target.trimEnd().length
  return [
    {
      code: 'sentence-end',
      severity: !asks && /[;:]/.test(last) ? 'note' : 'warning',
      segment,
      source: { from: end - 1, to: end },
      target: { from: replaces ? at - 1 : at, to: at },
      params: { mark: expected },
      fix: expected,
    },
  ]
}

/** The length of a text without the closing quotation marks and brackets at its end. */
function trimmedEnd(text: string): number {
  const tail = 20
  const start = Math.max(0, text.length - tail)
  return start + text.slice(start).replace(closing, '').length
}
