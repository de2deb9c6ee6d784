import type { RawBlock } from '../../model/document.ts'
import type { Inline } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { childOf, childrenOf, type Element } from './element-tree.ts'
import { fieldsOf } from './fields.ts'
import type { PartContext } from './nodes.ts'
import { openPackage, type Part, type WordPackage } from './package.ts'
import { type Paragraph, readParagraph } from './paragraph.ts'
import { runStyles } from './run-style.ts'
import { readStyles, type Styles } from './styles.ts'

/** A paragraph of the document that is one block, and the places at which its text stands. */
export interface TextBlock {
  readonly block: RawBlock
  /** The first, and the same paragraph in other branches of alternate content. */
  readonly places: readonly Place[]
}

export interface Place {
  readonly part: string
  readonly paragraph: Paragraph
}

/** What was accepted or left out while reading. */
export interface Counts {
  insertions: number
  deletions: number
  moves: number
}

export interface WordDocument {
  readonly type: 'word-document'
  readonly file: WordPackage
  /** By name. */
  readonly parts: ReadonlyMap<string, Part>
  readonly blocks: readonly TextBlock[]
  readonly counts: Readonly<Counts>
  readonly comments: number
}

/** The order in which the parts are read; the text of the document itself comes first. */
const order = ['footnotes', 'endnotes', 'header', 'footer']

/** Reads a Word document. Refuses what `openPackage` refuses. */
export async function readDocument(bytes: Uint8Array): Promise<WordDocument | Refusal> {
  const file = await openPackage(bytes)
  if (isRefusal(file)) return file
  const of = (sort: string) => file.others.filter((part) => part.sort === sort)
  const styles = readStyles(of('styles')[0]?.tree ?? null)
  const parts = [file.main, ...order.flatMap(of)]
  const numbers = noteNumbers()
  const counts: Counts = { insertions: 0, deletions: 0, moves: 0 }
  const blocks = parts.flatMap((part) => blocksOfPart(part, styles, numbers, counts))
  const comments = of('comments').reduce((sum, { tree }) => sum + childrenOf(tree.root, 'w:comment').length, 0)
  return {
    type: 'word-document',
    file,
    parts: new Map(parts.map((part) => [part.name, part])),
    blocks: withTitle(blocks),
    counts,
    comments,
  }
}

/** Where a paragraph has the style of titles, headings are one level lower. */
function withTitle(blocks: readonly TextBlock[]): readonly TextBlock[] {
  if (!blocks.some(({ block }) => block.level === 0)) return blocks
  return blocks.map((text) =>
    text.block.level === undefined ? text : { ...text, block: { ...text.block, level: text.block.level + 1 } },
  )
}

/** Numbers notes of each sort by the order of their references. */
function noteNumbers(): PartContext['numberOf'] {
  const numbers = new Map<string, Map<string, number>>()
  return (sort, id) => {
    const known = numbers.get(sort) ?? new Map<string, number>()
    numbers.set(sort, known)
    const number = known.get(id) ?? known.size + 1
    known.set(id, number)
    return number
  }
}

interface GrowingBlock extends TextBlock {
  readonly places: Place[]
}

function blocksOfPart(
  { name, tree, relationships }: Part,
  styles: Styles,
  numberOf: PartContext['numberOf'],
  counts: Counts,
): readonly TextBlock[] {
  const addresses = new Map(relationships.map(({ id, target }) => [id, target]))
  const part: PartContext = {
    tree,
    fields: fieldsOf(tree),
    styleOf: runStyles(tree),
    addressOf: (id) => addresses.get(id),
    numberOf,
  }

  function walk(element: Element, cell: boolean, blocks: GrowingBlock[]): void {
    for (const child of element.children) {
      if (child.name === 'w:p') {
        addParagraph(child, cell, blocks)
        walk(child, false, blocks)
      } else if (child.name === 'mc:AlternateContent') addAlternates(child, cell, blocks)
      else if (child.name === 'w:tr' && isDeletedRow(child)) counts.deletions++
      else if (child.name === 'w:del' || child.name === 'w:moveFrom') count(child, counts)
      else {
        count(child, counts)
        walk(child, child.name === 'w:tc' || (cell && child.name !== 'w:txbxContent'), blocks)
      }
    }
  }

  function addParagraph(element: Element, cell: boolean, blocks: GrowingBlock[]): void {
    const { hint, level, inherited, centred, indented, chineseLatin } = styles.shapeOf(element)
    const breaksInside = centred || hint === 'heading'
    const paragraph = readParagraph(element, part, { inherited, breaksInside, indented, chineseLatin })
    if (paragraph === null) return
    const kind: Pick<RawBlock, 'hint' | 'level'> = cell
      ? { hint: 'cell' }
      : { ...(hint !== undefined && { hint }), ...(level !== undefined && { level }) }
    blocks.push({ block: { text: paragraph.inline, ...kind }, places: [{ part: name, paragraph }] })
  }

  /** The branches of alternate content say the same in different ways: a paragraph that is in several is one block. */
  function addAlternates(element: Element, cell: boolean, blocks: GrowingBlock[]): void {
    const [first, ...others] = element.children.filter(({ name: branch }) => /^mc:(?:Choice|Fallback)$/.test(branch))
    if (first === undefined) return
    const chosen: GrowingBlock[] = []
    walk(first, cell, chosen)
    blocks.push(...chosen)
    for (const other of others) {
      const again: GrowingBlock[] = []
      walk(other, cell, again)
      const open = Map.groupBy(chosen, ({ block }) => shapeOf(block.text))
      for (const twin of again) {
        const same = open.get(shapeOf(twin.block.text))?.shift()
        if (same === undefined) blocks.push(twin)
        else same.places.push(...twin.places)
      }
    }
  }

  const blocks: GrowingBlock[] = []
  walk(tree.root, false, blocks)
  return blocks
}

/** A text with the places of its codes, by which paragraphs are the same. */
function shapeOf(inline: Inline): string {
  return JSON.stringify(inline.map((part) => (typeof part === 'string' ? part : [part.type, part.id])))
}

function isDeletedRow(row: Element): boolean {
  return childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined
}

function count({ name, children }: Element, counts: Counts): void {
  // A mark of a paragraph or of a row has no content, and stands beside a revision that has.
  if (children.length === 0) return
  if (name === 'w:ins') counts.insertions++
  else if (name === 'w:del') counts.deletions++
  else if (name === 'w:moveTo') counts.moves++
}
