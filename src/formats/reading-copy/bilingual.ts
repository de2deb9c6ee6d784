import type { Block } from '../../model/document.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Format, ReadingCopy } from '../../ports/format.ts'
import { paragraph, type RunLook, run, table } from '../word-writer/content.ts'
import { writeWord } from '../word-writer/package.ts'
import { chineseRuns, englishBlocks, hasEnglish, type TextRun } from './runs.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document in both languages as a Word file: the English of each paragraph under its Chinese. */
export const bilingualFormat = {
  name: 'bilingual',
  endings: ['.docx'],
  mediaType,
  write: async (copy) => write(copy, underOneAnother),
} as const satisfies Format<unknown, ReadingCopy>

/** A document in both languages as a Word file: Chinese on the left, English on the right. */
export const bilingualColumnsFormat = {
  name: 'bilingual-columns',
  endings: ['.docx'],
  mediaType,
  write: async (copy) => write(copy, sideBySide),
} as const satisfies Format<unknown, ReadingCopy>

/** A block in both languages, as paragraphs of Word. */
interface BothSides {
  readonly zh: string
  /** Empty where there is no English. */
  readonly en: string
}

function write({ state, draftNotice }: ReadingCopy, bodyOf: (sides: readonly BothSides[]) => string): Uint8Array {
  const english = englishBlocks(state)
  const sides = state.document.blocks.map((block, at): BothSides => {
    const { runs } = expectDefined(english[at], 'the English of a block')
    const style = styleOf(block)
    return {
      zh: paragraph(chineseRuns(block).map(wordRun).join(''), style),
      en: hasEnglish(runs) ? paragraph(runs.map(wordRun).join(''), style) : '',
    }
  })
  const draft = draftNotice === undefined ? '' : paragraph(run(draftNotice, { language: 'en' }), 'Draft')
  return writeWord({
    title: state.document.title,
    body: draft + bodyOf(sides),
    ...(draftNotice !== undefined && { header: draftNotice }),
  })
}

function underOneAnother(sides: readonly BothSides[]): string {
  return sides.map(({ zh, en }) => zh + en).join('')
}

const half = 4535

function sideBySide(sides: readonly BothSides[]): string {
  const rows = sides.map(({ zh, en }) => ({ cells: [{ content: zh }, { content: en === '' ? paragraph('') : en }] }))
  return table([half, half], rows, '对照 · Chinese and English') + paragraph('')
}

function styleOf({ kind, level = 2 }: Block): string | undefined {
  switch (kind) {
    case 'heading':
      return level <= 1 ? 'Title' : `Heading${Math.min(6, level - 1)}`
    case 'byline':
      return 'Byline'
    case 'question':
      return 'Question'
    case 'item':
      return 'Item'
    case 'quote':
      return 'Quote'
    case 'paragraph':
    case 'answer':
    case 'cell':
      return undefined
  }
}

function wordRun({ text, language, marks, href }: TextRun): string {
  const look: RunLook = {
    language,
    ...(marks.has('bold') && { bold: true }),
    ...(marks.has('italic') && { italic: true }),
    ...(marks.has('underline') && { underline: true }),
    ...(marks.has('strike') && { strike: true }),
    ...(marks.has('superscript') && { position: 'superscript' }),
    ...(marks.has('subscript') && { position: 'subscript' }),
    ...(href !== undefined && { style: 'Link' }),
  }
  return run(text, look)
}
