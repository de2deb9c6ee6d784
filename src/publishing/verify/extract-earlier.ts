import { attribute, readMain } from './markup.ts'

/** A sentence as a page of an earlier version shows it; a language that the page does not have is absent. */
interface EarlierRow {
  readonly id: string
  readonly block: string
  readonly source?: string
  readonly target?: string
  /** White space after the Chinese sentence. */
  readonly after: string
}

/** The sentences of a page in order, and for each block the English that is repeated for the view in columns. */
interface EarlierText {
  readonly rows: readonly EarlierRow[]
  readonly copies: ReadonlyMap<string, readonly string[]>
}

/** An element that is open, and its class names. */
interface Open {
  readonly tag: string
  readonly names: readonly string[]
}

/** A sentence that has been read in part. */
interface Growing {
  id: string
  readonly block: string
  source?: string
  target?: string
  after: string
}

/** The part of a page read so far. */
interface Reader {
  readonly rows: Growing[]
  readonly copies: Map<string, string[]>
  readonly open: Open[]
  block: string
  row: Growing | undefined
}

/**
 * Reads the text of a page that an earlier version of this programme has written, since published releases never change:
 * each sentence under its number, and the English of a block once more for the view in columns. Strict: for any markup that
 * it would not have written the result is null.
 */
export function extractEarlierText(page: string): EarlierText | null {
  const reader: Reader = { rows: [], copies: new Map(), open: [], block: '', row: undefined }
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
  const { rows, copies, open } = reader
  return isRead && open.length === 1 && open[0]?.tag === 'main' ? finished(rows, copies) : null
}

function inside({ open }: Reader, name: string): boolean {
  return open.some(({ names }) => names.includes(name))
}

/** Adds text to the open sentence; skips text outside sentences. */
function readText(reader: Reader, text: string): boolean {
  if (!inside(reader, 's')) return true
  const { row, copies, block, open } = reader
  if (row === undefined) {
    const copy = copies.get(block)
    if (!copy) return false
    copy.push((copy.pop() ?? '') + text)
  } else if (open.at(-1)?.names.includes('n')) row.id += text
  else if (inside(reader, 'z')) row.source = (row.source ?? '') + text
  else if (inside(reader, 'e')) row.target = (row.target ?? '') + text
  else row.after += text
  return true
}

function readEnd(reader: Reader, tag: string): boolean {
  const last = reader.open.pop()
  if (last?.tag !== tag) return false
  if (last.names.includes('s')) reader.row = undefined
  return true
}

function readStart(reader: Reader, tag: string, attributes: string): boolean {
  const names = attribute(attributes, 'class').split(' ')
  if (names.includes('r')) reader.block = attribute(attributes, 'id')
  if (names.includes('s')) {
    if (inside(reader, 's')) return false
    const { block, copies } = reader
    if (inside(reader, 'en')) copies.set(block, [...(copies.get(block) ?? []), ''])
    else {
      reader.row = { id: '', block, after: '' }
      reader.rows.push(reader.row)
    }
  }
  const { row } = reader
  if (row && names.includes('z')) row.source ??= ''
  if (row && names.includes('e')) row.target ??= ''
  reader.open.push({ tag, names })
  return true
}

/** Removes the space after every English sentence. */
function finished(rows: readonly Growing[], copies: ReadonlyMap<string, readonly string[]>): EarlierText | null {
  const english = [...rows.map(({ target }) => target ?? ' '), ...[...copies.values()].flat()]
  if (english.some((text) => !text.endsWith(' '))) return null
  return {
    rows: rows.map((row) => (row.target === undefined ? row : { ...row, target: row.target.slice(0, -1) })),
    copies: new Map([...copies].map(([block, texts]) => [block, texts.map((text) => text.slice(0, -1))])),
  }
}
