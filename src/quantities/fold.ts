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
