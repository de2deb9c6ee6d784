import { fileLimits } from '../../model/file-limits.ts'
import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions } from '../../ports/format.ts'
import { scriptOf } from '../../segmentation/script.ts'
import { archiveHas } from '../others.ts'
import { readTableMark } from '../review-table/marks.ts'
import { readDocument, type WordDocument } from './document.ts'
import { rewriteDocx } from './rewrite.ts'

/**
 * Reads a Word document (ECMA-376 and ISO/IEC 29500, transitional and strict): its paragraphs, those of tables and text
 * boxes among them, then of footnotes, endnotes, headers and footers. Formatting, links, notes, fields and pictures are
 * codes; tracked changes are read as accepted. Refuses what `readDocument` refuses, a text that is too long, and (unless of
 * any language) one that is empty or not Chinese.
 */
async function readDocx(bytes: Uint8Array, language: ReadOptions['language'] = 'zh'): Promise<Imported | Refusal> {
  const document = await readDocument(bytes)
  if (isRefusal(document)) return document
  const blocks = document.blocks.map(({ block }) => block)
  const text = blocks.map((block) => plain(block.text)).join('\n')
  if (text.length > fileLimits.characters) return refuse('text-too-large', { most: String(fileLimits.characters) })
  if (blocks.length === 0 && language !== 'any') return refuse('file-empty')
  const script = scriptOf(text)
  if (script === 'not-chinese' && language === 'zh') return refuse('file-not-chinese')
  const notices = [...(script === 'traditional' ? [notice('traditional')] : []), ...noticesOf(document)]
  const sent = readTableMark(document.file.main.tree.text)
  return { type: 'imported', blocks, notices, ...(sent !== null && { wentOutFrom: sent.document }) }
}

function noticesOf({ counts, comments, file }: WordDocument): readonly ImportNotice[] {
  const { insertions, deletions, moves } = counts
  const changes = { insertions: String(insertions), deletions: String(deletions), moves: String(moves) }
  return [
    ...(insertions + deletions + moves > 0 ? [notice('changes-accepted', changes)] : []),
    ...(comments > 0 ? [notice('comments-unread', { count: String(comments) })] : []),
    ...(file.unread.length > 0 ? [notice('pictures-unread', { count: String(file.unread.length) })] : []),
  ]
}

/** Word documents, which can be written back in their own shape. */
export const docxFormat = {
  name: 'docx',
  endings: ['.docx', '.docm'],
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  recognises: (bytes) => archiveHas(bytes, 'word/document'),
  read: async (bytes, { language }) => readDocx(bytes, language),
  rewrite: rewriteDocx,
} as const satisfies Format<Imported>
