import type { RawBlock } from '../../model/document.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions } from '../../ports/format.ts'
import { decodeEnglish, decodeText } from '../text/decode.ts'
import { rewriteMarkdown } from './rewrite.ts'
import { readSource } from './source.ts'

/**
 * Markdown (CommonMark, with tables, footnotes and task lists) as Chinese writers use it: emphasis beside Chinese marks is
 * emphasis, `[label]: text` is text unless an address follows, and lines of a paragraph join without a blank. Headings,
 * paragraphs, list items, quotes; a code block is a paragraph kept as it is. Marks within a line become codes with their
 * markup as `data`. YAML front matter, link targets and HTML tags are not text to translate. A file without a single
 * heading mark is taken for plain paragraphs whose structure is told by their words.
 */
export function readMarkdown(bytes: Uint8Array, language: ReadOptions['language'] = 'zh'): Imported | Refusal {
  const decoded = language === 'en' ? decodeEnglish(bytes) : decodeText(bytes, language)
  if (isRefusal(decoded)) return decoded
  const read = readSource(decoded.text)
  if (isRefusal(read)) return read
  const blocks = read.blocks.map(({ place: _, ...block }) => block)
  if (blocks.length === 0) return refuse('file-empty')
  return {
    type: 'imported',
    blocks: read.isMarked ? blocks : blocks.map(withoutParagraphHint),
    notices: decoded.notices,
  }
}

export const markdownFormat = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  mediaType: 'text/markdown; charset=utf-8',
  read: async (bytes, { language }) => readMarkdown(bytes, language),
  rewrite: (bytes, targets, options) => rewriteMarkdown(bytes, targets, options),
} as const satisfies Format<Imported>

function withoutParagraphHint(block: RawBlock): RawBlock {
  return block.hint === 'paragraph' ? { text: block.text } : block
}
