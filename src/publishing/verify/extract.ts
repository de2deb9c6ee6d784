import { attribute, readMain } from './markup.ts'

/** A sentence as a page shows it, by its id in the page; a language that the page does not have is absent. */
export interface ShownRow {
  readonly anchor: string
  /** What is the same for the sentences of one block of the page. */
  readonly block: string
  readonly source?: string
  readonly target?: string
  /** White space after the Chinese sentence. */
  readonly after: string
  /** The English once more, where a page repeats it. */
  readonly copy?: string
}

/** What an open element is to the text: a block, a sentence in it, one of its parts; or anything else. */
type Part = 'block' | 'mark' | 'sentence' | 'number' | 'source' | 'target' | 'other'

interface Open {
  readonly tag: string
  readonly part: Part
}

/** A sentence that has been read in part. */
interface Growing {
  readonly anchor: string
  readonly block: string
  number: string
  source?: string
  target?: string
  after: string
}

/** The part of a page read so far. */
interface Reader {
  readonly rows: Growing[]
  readonly open: Open[]
  blocks: number
  row: Growing | undefined
}

/**
 * Reads the sentences of a page that this programme has written. Strict: for any markup that it would not have written,
 * and for text in a block that belongs to no sentence, the result is null.
 */
export function extractText(page: string): readonly ShownRow[] | null {
  const reader: Reader = { rows: [], open: [], blocks: 0, row: undefined }
  const isRead = readMain(page, (piece) => {
    switch (piece.type) {
      case 'text':
        return readText(reader, piece.text)
      case 'end':
        return readEnd(reader, piece.tag)
      case 'start':
        return readStart(reader, piece.tag, piece.attributes)
    }
  })
  const [main, ...others] = reader.open
  return isRead && main?.tag === 'main' && others.length === 0 ? finished(reader.rows) : null
}

/** Adds text to the part of the sentence that is open; text outside blocks is not of the document. */
function readText({ open, row }: Reader, text: string): boolean {
  const part = partAround(open)
  switch (part) {
    case 'number':
      if (row) row.number += text
      return true
    case 'source':
    case 'target':
      if (row) row[part] = (row[part] ?? '') + text
      return true
    case 'sentence':
      if (row?.source === undefined || row.target !== undefined) return false
      row.after += text
      return true
    case 'block':
      return false
    default:
      return true
  }
}

/** The innermost part around the place that is read; marks of terms and speakers belong to what they stand in. */
function partAround(open: readonly Open[]): Part {
  return open.findLast(({ part }) => part !== 'other')?.part ?? 'other'
}

function readEnd(reader: Reader, tag: string): boolean {
  const last = reader.open.pop()
  if (last?.tag !== tag) return false
  if (last.part === 'sentence') reader.row = undefined
  return true
}

function readStart(reader: Reader, tag: string, attributes: string): boolean {
  const part = partOf(reader, tag, attributes)
  if (part === null) return false
  if (part === 'block') reader.blocks++
  if (part === 'sentence') {
    reader.row = { anchor: attribute(attributes, 'id'), block: `${reader.blocks}`, number: '', after: '' }
    reader.rows.push(reader.row)
  }
  const { row } = reader
  if (row && (part === 'source' || part === 'target')) {
    if (row[part] !== undefined) return false
    row[part] = ''
  }
  reader.open.push({ tag, part })
  return true
}

/** What an element that begins is; null if this programme does not write it there. */
function partOf({ open, row }: Reader, tag: string, attributes: string): Part | null {
  switch (partAround(open)) {
    case 'block':
      if (attributes === ' class="k"') return 'mark'
      if (/^ id="[^"]+"$/.test(attributes)) return 'sentence'
      return tag === 'p' && attributes === '' ? 'other' : null
    case 'sentence':
      if (tag === 'a') return attributes === ` href="#${row?.anchor}"` ? 'number' : null
      if (tag !== 'span') return null
      return attributes === '' ? 'source' : attributes === ' lang="en"' ? 'target' : null
    case 'number':
      return null
    case 'source':
    case 'target':
      return (tag === 'b' && attributes === '') || (tag === 'a' && attributes.startsWith(' class="t"')) ? 'other' : null
    default:
      return attribute(attributes, 'class').split(' ').includes('r') ? 'block' : 'other'
  }
}

/** Removes the space after every English sentence. After the last of a block nothing is written. */
function finished(rows: readonly Growing[]): readonly ShownRow[] | null {
  if (rows.some(({ after, block }, i) => after !== '' && rows[i + 1]?.block !== block)) return null
  if (rows.some(({ number, target }) => number !== '#' || target?.endsWith(' ') === false)) return null
  return rows.map(({ number: _, target, ...row }) => ({
    ...row,
    ...(target !== undefined && { target: target.slice(0, -1) }),
  }))
}
