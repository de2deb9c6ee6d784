import type { Format, ReadingCopy } from '../../ports/format.ts'
import { englishBlocks, type ReadingBlock, type TextRun, withMark } from './runs.ts'

/** The English of a document as Markdown (CommonMark): headings, lists, quotes, questions in bold. */
export const englishMarkdownFormat = {
  name: 'english-markdown',
  endings: ['.md'],
  mediaType: 'text/markdown; charset=utf-8',
  write: async (copy) => new TextEncoder().encode(markdownOf(copy)),
} as const satisfies Format<unknown, ReadingCopy>

function markdownOf({ state, draftNotice }: ReadingCopy): string {
  const blocks = englishBlocks(state)
  const written = blocks.map((block, at) => {
    const goesOn = block.kind === 'item' && blocks[at - 1]?.kind === 'item'
    return `${at === 0 ? '' : goesOn ? '\n' : '\n\n'}${blockMarkdown(block)}`
  })
  return `${draftNotice === undefined ? '' : `> **${escaped(draftNotice)}**\n\n`}${written.join('')}\n`
}

function blockMarkdown({ kind, level = 2, runs }: ReadingBlock): string {
  const bold = kind === 'question' ? withMark(runs, 'bold') : runs
  const text = inlineMarkdown(kind === 'byline' ? withMark(bold, 'italic') : bold)
  if (kind === 'heading') return `${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${text.replace(/\\?\n/g, ' ')}`
  if (kind === 'item') return `- ${text.replaceAll('\n', '\n  ')}`
  return kind === 'quote' ? `> ${text.replaceAll('\n', '\n> ')}` : text
}

function inlineMarkdown(runs: readonly TextRun[]): string {
  let out = ''
  for (const [at, run] of runs.entries()) {
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
    out += lines(before)
    const atStart = /(?:^|\n)\s*$/.test(out)
    const text = lines(atLineStarts(escaped(words), atStart))
    const next = after === '' ? runs[at + 1]?.text : after
    out += words === '' ? lines(after) : marked(text, run, { before: out.at(-1), after: next?.[0] }) + lines(after)
  }
  return out.replace(/^(?:\s|\\\n)+|(?:\s|\\\n)+$/g, '')
}

/** A line feed ends a line for the reader, too. */
function lines(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, '\\\n')
}

/** Whatever would be taken for markup has a backslash before it. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]|&(?=#?\w+;)|!$/g, '\\$&')
}

/** What would make a heading, a list, a quote or a rule of a line. */
function atLineStarts(text: string, first: boolean): string {
  return text
    .split('\n')
    .map((line, at) => {
      if (at === 0 && !first) return line
      return line.replace(/^(\s*)([-+=:])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    })
    .join('\n')
}

interface Neighbours {
  readonly before: string | undefined
  readonly after: string | undefined
}

function marked(text: string, { marks, href }: TextRun, neighbours: Neighbours): string {
  const inside = (
    [
      ['superscript', 'sup'],
      ['subscript', 'sub'],
      ['underline', 'u'],
      ['strike', 's'],
    ] as const
  ).reduce((words, [mark, tag]) => (marks.has(mark) ? `<${tag}>${words}</${tag}>` : words), text)
  const bold = marks.has('bold')
  const italic = marks.has('italic')
  const linked = href === undefined ? inside : `[${inside}](<${href}>)`
  if (!bold && !italic) return linked
  const stars = '*'.repeat((bold ? 2 : 0) + (italic ? 1 : 0))
  if (flanks(linked, neighbours)) return stars + linked + stars
  const inner = italic ? `<em>${linked}</em>` : linked
  return bold ? `<strong>${inner}</strong>` : inner
}

/**
 * Whether stars around a text are marks of emphasis (CommonMark 0.31, 6.2): one that stands at a punctuation mark inside
 * needs white space or another punctuation mark outside.
 */
function flanks(text: string, { before, after }: Neighbours): boolean {
  const isPunctuation = (character = '') => /[\p{P}\p{S}]/u.test(character)
  const ends = (inner: string | undefined, outer: string | undefined) =>
    outer !== '*' && (!isPunctuation(inner) || outer === undefined || /\s/.test(outer) || isPunctuation(outer))
  return ends(text[0], before) && ends(text.at(-1), after)
}
