import type { Check } from './check.ts'

const closing = /[\s"'”’）)\]」』】》]+$/
const full = new Set(['。', '．', '.', '！', '!', '？', '?', '…'])
const question = new Set(['？', '?'])

/**
 * The English of a sentence ends like a sentence: with a mark where the source has one, and with a question mark in it
 * where the source asks. Headings are let be.
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
  const expected = asks ? '?' : '.'
  const replaces = /[.,;:]/.test(last)
  const at = replaces ? targetEnd : target.trimEnd().length
  return [
    {
      code: 'sentence-end',
      severity: 'warning',
      segment,
      source: { from: end - 1, to: end },
      target: { from: replaces ? at - 1 : at, to: at },
      params: { mark: expected },
      fix: expected,
    },
  ]
}

/** Where a text ends when closing quotation marks and brackets are left out. */
function trimmedEnd(text: string): number {
  const tail = 20
  const start = Math.max(0, text.length - tail)
  return start + text.slice(start).replace(closing, '').length
}
