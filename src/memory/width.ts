const idle = /[\u3000\uff01-\uff5e\uff61-\uff64]/
const wide = /[\u3000\uff01-\uff5e]/g
const narrow = /[\uff61-\uff64]/g

/** Full-width ASCII (U+FF01 to U+FF5E) stands this far above its half-width form. */
const offset = 0xfee0

/**
 * A text with the width of its marks, digits and Latin letters folded away: `，` and `,`, `１` and `1` become one.
 * One character stays one character.
 */
export function foldWidth(text: string): string {
  if (!idle.test(text)) return text
  return text
    .replace(wide, (mark) => (mark === '\u3000' ? ' ' : String.fromCharCode(mark.charCodeAt(0) - offset)))
    .replace(narrow, (mark) => '。「」、'.charAt(mark.charCodeAt(0) - 0xff61))
}

/** A pattern that finds a text whatever the width of its characters, its case and the kind and number of its spaces. */
export function loosely(text: string): RegExp {
  const pattern = foldWidth(text)
    .replace(/\s+/g, ' ')
    .replace(/./gsu, (character) => {
      if (character === ' ') return '\\s+'
      const point = character.codePointAt(0) as number
      const ascii = point > 0x20 && point < 0x7f
      const half = '。「」、'.indexOf(character)
      const other = ascii ? point + offset : half >= 0 ? half + 0xff61 : undefined
      return other === undefined ? escaped(point) : `[${escaped(point)}${escaped(other)}]`
    })
  return new RegExp(pattern, 'iu')
}

function escaped(point: number): string {
  return `\\u{${point.toString(16)}}`
}
