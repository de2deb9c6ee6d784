import type { Span } from '../../src/model/finding.ts'

/**
 * A text cut at the spans of it that were found, which are in order and may lie over one another; concatenated,
 * the parts are the text.
 */
export function partsOf(
  text: string,
  spans: readonly Span[],
): readonly { readonly from: number; readonly text: string; readonly found: boolean }[] {
  let at = 0
  const parts = spans.flatMap(({ from, to }) => {
    const start = Math.max(at, from)
    const end = Math.max(at, to)
    const before = { from: at, text: text.slice(at, start), found: false }
    at = end
    return [before, { from: start, text: text.slice(start, end), found: true }]
  })
  return [...parts, { from: at, text: text.slice(at), found: false }].filter((part) => part.text !== '')
}
