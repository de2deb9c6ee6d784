import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Html,
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
import { type Code, type CodeKind, compact, type Inline, plain } from '../../model/inline.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { joinSoftBreaks, type Piece, withSoftBreaks } from '../text/soft-breaks.ts'
import { chunksOf } from './chunks.ts'
import { definitionsWithAddress } from './definitions.ts'
import { blocksOfHtml, partsText } from './html.ts'

/** A block, and where its text stands in the source; null where it cannot be replaced. */
export interface PlacedBlock extends RawBlock {
  readonly place: Place | null
}

/** `inline` is Markdown, `literal` is taken as it is, `html` has references for its signs. */
export interface Place {
  readonly type: 'inline' | 'literal' | 'html'
  readonly from: number
  readonly to: number
  /** What stands before the text in its block and is written elsewhere: the mark of a note. */
  readonly lead: string
  readonly inTable: boolean
}

/** What a text in Markdown has, in order; `isMarked`: whether it has headings that are marked as such. */
export interface MarkdownSource {
  readonly type: 'markdown-source'
  readonly blocks: readonly PlacedBlock[]
  readonly isMarked: boolean
  /** Where the text begins, behind front matter. */
  readonly start: number
}

/** Reads Markdown with the place of each text. Refuses `file-malformed` where a part would take too long to read. */
export function readSource(text: string): MarkdownSource | Refusal {
  const start = frontMatterLength(text)
  const chunks = chunksOf(text.slice(start))
  if ('tooMuchAt' in chunks) return refuse('file-malformed', { line: String(chunks.tooMuchAt), column: '1' })
  let base = start
  const trees = chunks.map(({ text: chunk, length }) => {
    const at = base
    base += length
    const { children } = fromMarkdown(chunk, flavour)
    // What stands behind the chunk's own text is repeated from other chunks.
    const nodes = children.filter(({ position }) => (position?.start.offset ?? 0) < length)
    if (nodes.every(({ position }) => (position?.end.offset ?? 0) <= length)) return { text: chunk, nodes, at }
    // A block that is not closed took in what is repeated.
    const own = chunk.slice(0, length)
    return { text: own, nodes: fromMarkdown(own, flavour).children, at }
  })
  const blocks = trees
    .flatMap(({ text: chunk, nodes, at }) => blocksIn(nodes, chunk, 'paragraph').map((block) => moved(block, at)))
    .filter((block) => plain(block.text).trim() !== '')
  const isMarked = trees.some(({ nodes }) => nodes.some((node) => node.type === 'heading'))
  return { type: 'markdown-source', blocks, isMarked, start }
}

function moved({ place, ...block }: PlacedBlock, by: number): PlacedBlock {
  return { ...block, place: place && { ...place, from: place.from + by, to: place.to + by } }
}

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

function blocksIn(nodes: readonly Flow[], source: string, within: Hint): readonly PlacedBlock[] {
  return nodes.flatMap((node): readonly PlacedBlock[] => {
    switch (node.type) {
      case 'heading':
        return [{ ...inlineBlock(node.children, source), hint: 'heading', level: node.depth }]
      case 'paragraph':
        return [{ ...inlineBlock(node.children, source), hint: within }]
      case 'table':
        return node.children.flatMap((row) =>
          row.children.map((cell): PlacedBlock => ({ ...inlineBlock(cell.children, source, true), hint: 'cell' })),
        )
      case 'footnoteDefinition':
        return withMark(node, blocksIn(node.children, source, within), within)
      case 'code':
        return [
          ...infoOf(node, source, within),
          { text: [node.value], hint: within, place: literal(node, node.value, source) },
        ]
      case 'html':
        return htmlBlocks(node, source, within)
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

function inlineBlock(nodes: readonly PhrasingContent[], source: string, inTable = false): PlacedBlock {
  const [first, last] = [nodes[0], nodes.at(-1)]
  const from = first === undefined ? 0 : offsetsOf(first)[0]
  const to = last === undefined ? 0 : offsetsOf(last)[1]
  return { text: inlineIn(nodes, source), place: { type: 'inline', from, to, lead: '', inTable } }
}

/** Where words stand in the source as they are; null where quotes or indents stand between their lines. */
function literal(node: Nodes, words: string, source: string): Place | null {
  const [from, to] = offsetsOf(node)
  const at = words === '' ? -1 : source.slice(from, to).indexOf(words)
  return at === -1 ? null : { type: 'literal', from: from + at, to: from + at + words.length, lead: '', inTable: false }
}

function htmlBlocks(node: Html, source: string, within: Hint): readonly PlacedBlock[] {
  const from = offsetsOf(node)[0]
  const isWhole = source.startsWith(node.value, from)
  return blocksOfHtml(node.value, within).map(({ range, ...block }) => ({
    ...block,
    place: isWhole ? { type: 'html', from: from + range.from, to: from + range.to, lead: '', inTable: false } : null,
  }))
}

/** A note begins with its mark, as the text that refers to it has it: without that nobody could tell which note it is. */
function withMark({ label }: FootnoteDefinition, blocks: readonly PlacedBlock[], hint: Hint): readonly PlacedBlock[] {
  const isText = /\p{Script=Han}/u.test(label ?? '')
  if (blocks.length === 0 && !isText) return []
  const [first = { text: [], hint, place: null }, ...rest] = blocks
  const lead = `[^${label}]: `
  return [{ ...first, text: compact([lead, ...first.text]), place: first.place && { ...first.place, lead } }, ...rest]
}

/** The text behind an opening fence names a language; Chinese text there was fenced by mistake and is read as text. */
function infoOf(node: MarkdownCode, source: string, hint: Hint): readonly PlacedBlock[] {
  const info = [node.lang, node.meta].filter(Boolean).join(' ')
  return /\p{Script=Han}/u.test(info) ? [{ text: [info], hint, place: literal(node, info, source) }] : []
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
