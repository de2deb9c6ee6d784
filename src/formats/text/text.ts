import { inlineOf } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Format, Imported } from '../../ports/format.ts'
import { decodeText } from './decode.ts'

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** Plain text: a block a line. Blank lines separate and are no blocks; a line's text is kept as it is, indents and all. */
export function readText(bytes: Uint8Array): Imported | Refusal {
  const decoded = decodeText(bytes)
  if (isRefusal(decoded)) return decoded
  const lines = decoded.text.split(lineEnd).filter((line) => line.trim() !== '')
  return { type: 'imported', blocks: lines.map((line) => ({ text: inlineOf(line) })), notices: decoded.notices }
}

export const textFormat = {
  name: 'text',
  endings: ['.txt'],
  mediaType: 'text/plain; charset=utf-8',
  read: async (bytes) => readText(bytes),
} as const satisfies Format<Imported>
