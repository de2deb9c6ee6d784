import type { RawBlock } from '../../model/document.ts'
import { notice } from '../../model/import-notice.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions } from '../../ports/format.ts'
import { scriptOf } from '../../segmentation/script.ts'
import { readReviewPage } from '../review-page/read-page.ts'
import { readWebPage, type WebPage } from './document.ts'
import { rewritePage } from './rewrite.ts'

/**
 * A page of the web, as it was saved or as another programme wrote it (HTML Living Standard): paragraphs, headings, items,
 * cells and quotes of its text, with links, dressing and pictures as codes. Refuses what `readWebPage` refuses, and
 * (unless of any language) a text that is empty or not Chinese.
 */
async function readHtml(bytes: Uint8Array, language: ReadOptions['language'] = 'zh'): Promise<Imported | Refusal> {
  const page = await readWebPage(bytes)
  if (isRefusal(page)) return page
  const blocks = rawBlocksOf(page)
  if (blocks.length === 0 && language !== 'any') return refuse('file-empty')
  const sent = readReviewPage(new TextDecoder().decode(bytes))
  const script = scriptOf(blocks.map(({ text }) => plain(text)).join('\n'))
  if (script === 'not-chinese' && language === 'zh') return refuse('file-not-chinese')
  return {
    type: 'imported',
    blocks,
    notices: [...(script === 'traditional' ? [notice('traditional')] : []), ...page.notices],
    ...(!isRefusal(sent) && { wentOutFrom: sent.document }),
  }
}

/** On a page that marks headings within its text, a paragraph is none; elsewhere the words tell what is one. */
function rawBlocksOf({ texts }: WebPage): readonly RawBlock[] {
  const marksHeadings = texts.some(({ block }) => (block.level ?? 1) > 1)
  return texts.map(({ block: { text, hint, level } }) => {
    const stated = hint ?? (marksHeadings ? 'paragraph' : undefined)
    return { text, ...(stated && { hint: stated }), ...(level !== undefined && { level }) }
  })
}

/** Pages of the web, which can be written back in their own shape. */
export const htmlFormat = {
  name: 'html',
  endings: ['.html', '.htm', '.xhtml'],
  mediaType: 'text/html',
  recognises: looksLikePage,
  read: async (bytes, { language }) => readHtml(bytes, language),
  rewrite: rewritePage,
} as const satisfies Format<Imported>

/** Whether a file begins as a page of the web does. */
function looksLikePage(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1000)).replaceAll('\0', '')
  return /^[^<\w]{0,20}(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html)[\s>]/i.test(head)
}
