/** Quotation marks of either language and width: a term is the same term whichever pair a text puts inside it. */
const quotes = '“”„‟‘’‚‛「」『』｢｣〝〞〟＂＇\'"'
const dashes = '‐‑‒–—―−－﹣─'
const middleDots = '·・･•‧∙⋅'
const spaces = '\u00a0\u2002\u2003\u2009\u202f\u3000'

const folded = new Map<string, string>([
  ...[...quotes].map((mark) => [mark, '"'] as const),
  ...[...dashes].map((mark) => [mark, '-'] as const),
  ...[...middleDots].map((mark) => [mark, '·'] as const),
  ...[...spaces].map((space) => [space, ' '] as const),
  ['｡', '。'],
  ['､', '、'],
  ['﹐', ','],
])

/** Full-width ASCII (U+FF01 to U+FF5E) stands this far above its half-width form. */
const fullWidthOffset = 0xfee0

/**
 * A source text with what makes no difference to a term folded away: width of letters, digits and marks, kind of
 * quotation mark, dash and middle dot, case of Latin letters. One UTF-16 unit becomes one unit, so offsets hold.
 */
export function foldSource(text: string): string {
  return text.replace(/[^\u3400-\u9fff]/g, (unit) => {
    const known = folded.get(unit)
    if (known !== undefined) return known
    const code = unit.charCodeAt(0)
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - fullWidthOffset) : unit
    const lower = narrow.toLowerCase()
    return lower.length === 1 ? lower : narrow
  })
}
