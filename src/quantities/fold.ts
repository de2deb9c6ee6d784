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

/**
 * Full-width ASCII, non-breaking spaces and hyphens as their plain selves, one UTF-16 unit for one, so that offsets
 * in the folded text are offsets in the text.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u00A0\u2009\u202F\u3000\u2010\u2011\u2212○]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    if (character === '○') return '〇'
    return code === 0x2010 || code === 0x2011 || code === 0x2212 ? '-' : ' '
  })
}
