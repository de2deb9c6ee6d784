import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  ListItem,
  Code as MarkdownCode,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { RawBlock } from '../../model/document.ts'
import { type Code, type CodeKind, type Inline, plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Format, Imported, ReadOptions } from '../../ports/format.ts'
import { compact } from '../../segmentation/parts.ts'
import { decodeEnglish, decodeText } from '../text/decode.ts'
import { joinSoftBreaks, type Piece, withSoftBreaks } from '../text/soft-breaks.ts'
import { chunksOf } from './chunks.ts'
import { definitionsWithAddress } from './definitions.ts'
import { blocksOfHtml, partsText } from './html.ts'

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
  const source = decoded.text.slice(frontMatterLength(decoded.text))
  const chunks = chunksOf(source)
  if ('tooMuchAt' in chunks) return refuse('file-malformed', { line: String(chunks.tooMuchAt), column: '1' })
  const trees = chunks.map(({ text, length }) => {
    const { children } = fromMarkdown(text, flavour)
    // What stands behind the chunk's own text is repeated from other chunks.
    const nodes = children.filter(({ position }) => (position?.start.offset ?? 0) < length)
    if (nodes.every(({ position }) => (position?.end.offset ?? 0) <= length)) return { text, nodes }
    // A block that is not closed took in what is repeated.
    const own = text.slice(0, length)
    return { text: own, nodes: fromMarkdown(own, flavour).children }
  })
  const marked = trees.some(({ nodes }) => nodes.some((node) => node.type === 'heading'))
  const blocks = trees
    .flatMap(({ text, nodes }) => blocksIn(nodes, text, 'paragraph'))
    .filter(({ text }) => plain(text).trim() !== '')
  if (blocks.length === 0) return refuse('file-empty')
  return { type: 'imported', blocks: marked ? blocks : blocks.map(withoutParagraphHint), notices: decoded.notices }
}

export const markdownFormat = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  mediaType: 'text/markdown; charset=utf-8',
  read: async (bytes, { language }) => readMarkdown(bytes, language),
} as const satisfies Format<Imported>

/** CommonMark with tables, footnotes and task lists of GitHub Flavored Markdown. */
const flavour = {
  extensions: [gfmTable(), gfmFootnote(), gfmTaskListItem(), cjkFriendlyExtension(), definitionsWithAddress],
  mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmTaskListItemFromMarkdown()],
}

type Flow = RootContent | BlockContent | DefinitionContent | ListItem
type Hint = NonNullable<RawBlock['hint']>

/** YAML front matter: lines of `key: value`, lists and comments between --- lines at the beginning of the file. */
function frontMatterLength(source: string): number {
  let keys = 0
  for (const line of source.matchAll(/([^\r\n]*)(?:\r?\n|$)/g)) {
    const text = line[1]?.trimEnd() ?? ''
    if (line.index === 0) {
      if (text !== '---') return 0
    } else if (text === '---' || text === '...') return keys > 0 ? line.index + line[0].length : 0
    else if (/^[^\s#:-][^:]*:(?:\s|$)/.test(text)) keys++
    else if (text !== '' && !/^(?:\s|#|- )/.test(text)) return 0
  }
  return 0
}

function withoutParagraphHint(block: RawBlock): RawBlock {
  return block.hint === 'paragraph' ? { text: block.text } : block
}

function blocksIn(nodes: readonly Flow[], source: string, within: Hint): readonly RawBlock[] {
  return nodes.flatMap((node): readonly RawBlock[] => {
    switch (node.type) {
      case 'heading':
        return [{ text: inlineIn(node.children, source), hint: 'heading', level: node.depth }]
      case 'paragraph':
        return [{ text: inlineIn(node.children, source), hint: within }]
      case 'table':
        return node.children.flatMap((row) =>
          row.children.map((cell): RawBlock => ({ text: inlineIn(cell.children, source), hint: 'cell' })),
        )
      case 'footnoteDefinition':
        return withMark(node, blocksIn(node.children, source, within), within)
      case 'code':
        return [...infoOf(node, within), { text: [node.value], hint: within }]
      case 'html':
        return blocksOfHtml(node.value, within)
      case 'blockquote':
        return blocksIn(node.children, source, 'quote')
      case 'list':
      case 'listItem':
        return blocksIn(node.children, source, 'item')
      default:
        return []
    }
  })
}

/** A note begins with its mark, as the text that refers to it has it: without that nobody could tell which note it is. */
function withMark({ label }: FootnoteDefinition, blocks: readonly RawBlock[], hint: Hint): readonly RawBlock[] {
  const isText = /\p{Script=Han}/u.test(label ?? '')
  if (blocks.length === 0 && !isText) return []
  const [first = { text: [], hint }, ...rest] = blocks
  return [{ ...first, text: compact([`[^${label}]: `, ...first.text]) }, ...rest]
}

/** The text behind an opening fence names a language; Chinese text there was fenced by mistake and is read as text. */
function infoOf({ lang, meta }: MarkdownCode, hint: Hint): readonly RawBlock[] {
  const info = [lang, meta].filter(Boolean).join(' ')
  return /\p{Script=Han}/u.test(info) ? [{ text: [info], hint }] : []
}

function inlineIn(nodes: readonly PhrasingContent[], source: string): Inline {
  let codes = 0
  const nextId = () => `c${++codes}`
  const read = (node: PhrasingContent): readonly Piece[] => {
    const markup = sourceOf(node, source)
    switch (node.type) {
      case 'text':
        return withSoftBreaks(node.value)
      case 'break':
        return [alone(nextId(), markup.replace(/[\r\n]+[ \t]*$/, ''), 'break'), '\n']
      case 'inlineCode':
        return enclosed(nextId(), markup, node.value, 'format')
      case 'image':
      case 'imageReference':
        return enclosed(nextId(), markup, node.alt ?? '', 'picture')
      case 'emphasis':
      case 'strong':
      case 'link':
      case 'linkReference':
        return around(nextId(), node, source, node.children.flatMap(read))
      case 'footnoteReference':
        // Readers see the mark of a note: it is text, and stands at its place in the English, too.
        return [markup]
      case 'html':
        return partsText(markup) ? [alone(nextId(), markup, 'break'), '\n'] : [alone(nextId(), markup, 'other')]
      default:
        return [alone(nextId(), markup, 'other')]
    }
  }
  return joinSoftBreaks(nodes.flatMap(read))
}

function alone(id: string, data: string, kind: CodeKind): Code {
  return { type: 'alone', id, data, kind }
}

/** Markup that contains its words literally: `code`, ![words](address). */
function enclosed(id: string, markup: string, words: string, kind: CodeKind): Inline {
  const from = words === '' ? -1 : markup.indexOf(words)
  if (words === '') return [alone(id, markup, kind)]
  const [before, after] = from === -1 ? [markup, ''] : [markup.slice(0, from), markup.slice(from + words.length)]
  return [{ type: 'open', id, data: before, kind }, words, { type: 'close', id, data: after, kind }]
}

const kinds: Readonly<Record<string, CodeKind>> = {
  emphasis: 'italic',
  strong: 'bold',
  link: 'link',
  linkReference: 'link',
}

/** Markup around other inline content: its opening part precedes the first child, its closing part follows the last. */
function around(
  id: string,
  node: PhrasingContent & { children: readonly PhrasingContent[] },
  source: string,
  words: readonly Piece[],
): readonly Piece[] {
  const first = node.children[0]
  const last = node.children.at(-1)
  const kind = kinds[node.type] ?? 'other'
  if (first === undefined || last === undefined) return [alone(id, sourceOf(node, source), kind)]
  return [
    { type: 'open', id, data: source.slice(offsetsOf(node)[0], offsetsOf(first)[0]), kind },
    ...words,
    { type: 'close', id, data: source.slice(offsetsOf(last)[1], offsetsOf(node)[1]), kind },
  ]
}

function sourceOf(node: Nodes, source: string): string {
  return source.slice(...offsetsOf(node))
}

function offsetsOf(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
