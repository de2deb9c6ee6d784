import { notice } from '../../model/import-notice.ts'
import { inlineOf } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions } from '../../ports/format.ts'
import { decodeEnglish, decodeText } from './decode.ts'
import { unwrap } from './wrapped.ts'

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/**
 * Plain text: one block a line, or a paragraph where lines are wrapped at a fixed width. Blank lines are separators, not
 * blocks; the text of a line keeps its indentation.
 */
export function readText(bytes: Uint8Array, language: ReadOptions['language'] = 'zh'): Imported | Refusal {
  const decoded = language === 'en' ? decodeEnglish(bytes) : decodeText(bytes, language)
  if (isRefusal(decoded)) return decoded
  const { paragraphs, joined } = unwrap(decoded.text.split(lineEnd))
  return {
    type: 'imported',
    blocks: paragraphs.map((text) => ({ text: inlineOf(text) })),
    notices: joined === 0 ? decoded.notices : [...decoded.notices, notice('lines-joined', { count: String(joined) })],
  }
}

export const textFormat = {
  name: 'text',
  endings: ['.txt'],
  mediaType: 'text/plain; charset=utf-8',
  read: async (bytes, { language }) => readText(bytes, language),
} as const satisfies Format<Imported>
