import { attributeOf, childOf, type Element, type ElementTree, textOf } from '../docx/element-tree.ts'

/** What stands in a cell as it is read in the end: what was put in is there, and what was taken out is not. */
export interface CellText {
  readonly text: string
  /** Who changed it with tracked changes, as the file names them. */
  readonly authors: ReadonlySet<string>
  /** The numbers of comments beside it. */
  readonly comments: readonly string[]
}

/** Ends a paragraph among the pieces: no character that XML can write. */
const paragraphEnd = '\u0000'

interface Reading {
  readonly pieces: string[]
  readonly authors: Set<string>
  readonly comments: Set<string>
}

/** Reads a cell, or anything else that holds paragraphs. A table inside is not read: its rows are rows of their own. */
export function readCell(tree: ElementTree, cell: Element): CellText {
  const reading: Reading = { pieces: [], authors: new Set(), comments: new Set() }
  readInto(reading, tree, cell)
  const paragraphs = reading.pieces.join('').split(paragraphEnd)
  const first = paragraphs.findIndex((paragraph) => paragraph !== '')
  const last = paragraphs.findLastIndex((paragraph) => paragraph !== '')
  const text = first === -1 ? '' : paragraphs.slice(first, last + 1).join('\n')
  return { text, authors: reading.authors, comments: [...reading.comments] }
}

const passedOver: ReadonlySet<string> = new Set([
  'w:tbl',
  'w:instrText',
  'w:delText',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:sdtPr',
  'w:tcPr',
  'w:rPr',
])

function readInto(reading: Reading, tree: ElementTree, element: Element): void {
  for (const child of element.children) {
    const { name } = child
    if (passedOver.has(name)) continue
    if (name === 'w:del' || name === 'w:moveFrom') noteAuthor(reading, child)
    else if (name === 'w:p') readParagraph(reading, tree, child)
    else if (name === 'mc:AlternateContent') {
      const [first] = child.children
      if (first) readInto(reading, tree, first)
    } else if (!readLeaf(reading, tree, child)) {
      if (name === 'w:ins' || name === 'w:moveTo') noteAuthor(reading, child)
      readInto(reading, tree, child)
    }
  }
}

function noteAuthor({ authors }: Reading, change: Element): void {
  // A change without content is one of formatting, or of nothing.
  if (change.children.length > 0) authors.add(attributeOf(change, 'w:author') ?? '')
}

function readParagraph(reading: Reading, tree: ElementTree, paragraph: Element): void {
  readInto(reading, tree, paragraph)
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  // A paragraph whose end was taken out goes on in the next.
  if (childOf(mark, 'w:del') === undefined) reading.pieces.push(paragraphEnd)
}

/** Reads what stands for text, or for a comment; false for anything else. */
function readLeaf({ pieces, comments }: Reading, tree: ElementTree, element: Element): boolean {
  switch (element.name) {
    case 'w:t': {
      const text = textOf(tree, element)
      pieces.push(attributeOf(element, 'xml:space') === 'preserve' ? text : text.trim())
      return true
    }
    case 'w:tab':
      pieces.push('\t')
      return true
    case 'w:br':
    case 'w:cr':
      pieces.push('\n')
      return true
    case 'w:noBreakHyphen':
      pieces.push('\u2011')
      return true
    case 'w:softHyphen':
      pieces.push('\u00ad')
      return true
    case 'w:commentRangeStart':
    case 'w:commentReference':
      comments.add(attributeOf(element, 'w:id') ?? '')
      return true
    default:
      return false
  }
}
