import type { Format, ReadingCopy } from '../../ports/format.ts'
import { englishBlocks, type ReadingBlock } from './runs.ts'

/** The English of a document as plain text in UTF-8: headings underlined, items with a dash, quotes indented. */
export const englishTextFormat = {
  name: 'english-text',
  endings: ['.txt'],
  mediaType: 'text/plain; charset=utf-8',
  write: async (copy) => new TextEncoder().encode(textOf(copy)),
} as const satisfies Format<unknown, ReadingCopy>

function textOf({ state, draftNotice }: ReadingCopy): string {
  const blocks = englishBlocks(state)
  const lines = blocks.map((block, at) => {
    const goesOn = block.kind === 'item' && blocks[at - 1]?.kind === 'item'
    return `${at === 0 ? '' : goesOn ? '\n' : '\n\n'}${blockText(block)}`
  })
  return `${draftNotice === undefined ? '' : `*** ${draftNotice} ***\n\n`}${lines.join('')}\n`
}

function blockText({ kind, level = 2, runs }: ReadingBlock): string {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trim()
  if (kind === 'heading') {
    const longest = Math.max(...text.split('\n').map(({ length }) => length))
    return `${text}\n${(level === 1 ? '=' : '-').repeat(Math.min(longest, 72))}`
  }
  if (kind === 'item') return `- ${text.replaceAll('\n', '\n  ')}`
  return kind === 'quote' ? `    ${text.replaceAll('\n', '\n    ')}` : text
}
