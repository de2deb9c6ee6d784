import { splitImpossible } from '../xml/escape.ts'
import type { CodePoint } from './tree.ts'

/** XLIFF's notation for a character that XML cannot write: `<cp hex="001A"/>` (2.1 §4.2.3.1), in text and data only. */
export function withCodePoints(text: string): readonly (string | CodePoint)[] {
  return splitImpossible(text).map((part) =>
    typeof part === 'string'
      ? part
      : {
          type: 'cp',
          prefix: '',
          attributes: { hex: part.toString(16).toUpperCase().padStart(4, '0') },
          other: [],
          content: [],
        },
  )
}

/** The character of a `<cp>` by its `hex`; U+FFFD if that is no number of a character. */
export function characterOf(hex: string): string {
  const point = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
}

/** The notation where `<cp>` is not allowed (metadata, notes, attributes): `\u{1a}`, and `\\` for a backslash. */
export function escapeControls(text: string): string {
  return splitImpossible(text.replaceAll('\\', '\\\\'))
    .map((part) => (typeof part === 'string' ? part : `\\u{${part.toString(16)}}`))
    .join('')
}

export function unescapeControls(text: string): string {
  return text.replace(/\\(?:\\|u\{([0-9a-f]{1,4})\})/g, (_, hex?: string) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
