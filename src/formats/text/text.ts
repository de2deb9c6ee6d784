import { notice } from '../../model/import-notice.ts'
import { type Inline, inlineOf, plain } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions, RewriteOptions } from '../../ports/format.ts'
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

/**
 * A text file with other texts in the place of its paragraphs. What was wrapped is not wrapped again, a line end inside a
 * text is a blank, and the file is in UTF-8. Refuses what `readText` refuses.
 */
async function rewriteText(
  bytes: Uint8Array,
  targets: readonly (Inline | null)[],
  { draftNotice }: RewriteOptions = {},
): Promise<Uint8Array | Refusal> {
  const decoded = decodeText(bytes, 'any')
  if (isRefusal(decoded)) return decoded
  const source = decoded.text.split(lineEnd)
  const ends = decoded.text.match(new RegExp(lineEnd, 'g')) ?? []
  const { paragraphs, lines } = unwrap(source)
  const out = source.map((line, at) => line + (ends[at] ?? ''))
  let changed = draftNotice !== undefined
  for (const [at, [first, last]] of lines.entries()) {
    const target = targets[at] ?? null
    if (target === null || plain(target) === paragraphs[at]) continue
    changed = true
    out.fill('', first, last + 1)
    out[first] = plain(target).replace(new RegExp(lineEnd, 'g'), ' ') + (ends[last] ?? '')
  }
  if (!changed) return bytes
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? '\ufeff' : ''
  const head = draftNotice === undefined ? '' : `${draftNotice}\n\n`
  return new TextEncoder().encode(mark + head + out.join(''))
}

export const textFormat = {
  name: 'text',
  endings: ['.txt'],
  mediaType: 'text/plain; charset=utf-8',
  read: async (bytes, { language }) => readText(bytes, language),
  rewrite: rewriteText,
} as const satisfies Format<Imported>
