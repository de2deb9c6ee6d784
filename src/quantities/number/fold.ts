/** How far a bracket reaches before it is taken for one that was never closed. */
const longestAside = 120

/** Tells, for places given in rising order, which stand inside round brackets. */
export function asides(folded: string): (at: number) => boolean {
  let next = 0
  let open = -1
  return (at) => {
    for (; next < at; next += 1) {
      const character = folded.charCodeAt(next)
      if (character === 40) open = next
      else if (character === 41) open = -1
    }
    return open >= 0 && at - open < longestAside
  }
}

/** What each character that is folded becomes: full-width ASCII, spaces and hyphens of other widths, the round zero. */
const folds = new Map<number, string>([
  ...Array.from(
    { length: 0xff5e - 0xff01 + 1 },
    (_, index) => [0xff01 + index, String.fromCharCode(0x21 + index)] as const,
  ),
  ...[0x00a0, 0x2009, 0x202f, 0x3000].map((space) => [space, ' '] as const),
  ...[0x2010, 0x2011, 0x2212].map((hyphen) => [hyphen, '-'] as const),
  [0x25cb, '〇'],
])

/**
 * Full-width ASCII, non-breaking spaces and hyphens as their plain selves, one UTF-16 unit for one, so that offsets
 * in the folded text are offsets in the text.
 */
export function foldWidth(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const plain = code < 0xa0 ? undefined : folds.get(code)
    if (plain === undefined) continue
    folded += text.slice(from, at) + plain
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
