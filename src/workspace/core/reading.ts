import type { AlignmentSegment } from '../../alignment/alignment.ts'
import { alignmentSegments } from '../../alignment/segments.ts'
import { type AlignedDocument, type AlignedPairs, alignedDocument, alignedPairs } from '../../contract/alignment.ts'
import { termFields } from '../../contract/inputs.ts'
import { type Block, type Brought, isSegment, type RawBlock } from '../../model/document.ts'
import { fileLimits } from '../../model/file-limits.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import { type Inline, plain } from '../../model/inline.ts'
import type { MemoryPair } from '../../model/match.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { TableLook } from '../../model/table-choice.ts'
import {
  type DocumentFormats,
  documentFormat,
  type Formats,
  type Imported,
  type IncomingFile,
  type ReturnedRow,
  type ReturnedRows,
  readBy,
} from '../../ports/format.ts'
import type { IncomingRow } from '../../ports/glossary-row.ts'
import type { DigestBytes } from '../../ports/world.ts'
import { longestText } from '../../review/text.ts'
import { noticesOfCharacters } from '../../segmentation/characters.ts'
import { splitEnglish } from '../../segmentation/english.ts'
import { splitSentences } from '../../segmentation/sentences.ts'
import { blocksOf, isVisible } from '../../segmentation/structure.ts'
import { readJson } from './read-json.ts'
import { wellFormed } from './well-formed.ts'

/**
 * The content of a file as far as it does not depend on the workspace: plain values, so that another thread can read it
 * and hand it over item by item.
 */
export interface Reading<Head, Item> {
  readonly type: 'reading'
  /** Digest of the file's bytes, in hex. */
  readonly sha256: string
  readonly head: Head
  readonly items: readonly Item[]
}

export interface Readings {
  /** The blocks of a text, split into segments. */
  readonly document: Reading<Told & { readonly format: string } & Pick<Imported, 'wentOutFrom'>, ReadBlock>
  /** A table as people see it before they choose its columns; null for a file that is none. */
  readonly table: Reading<{ readonly look: TableLook | null }, never>
  /** The segments of a Chinese text and of an English one, to be aligned with each other. */
  readonly 'chinese-text': Reading<Told, AlignmentSegment>
  readonly 'english-text': Reading<Told, AlignmentSegment>
  /** The pairs of a memory; `skipped` counts units that lack a language, `codes` inline codes that were dropped. */
  readonly memory: Reading<Told & { readonly skipped: number; readonly codes: number }, MemoryPair>
  /** A document of ours that comes back from another tool. */
  readonly returns: Reading<Told & Pick<ReturnedRows, 'document' | 'base' | 'review'>, ReturnedRow>
  /** The pairs of an alignment for the memory, and the rows of one that becomes a document: JSON by their schemas. */
  readonly 'aligned-pairs': Reading<Omit<AlignedPairs, 'pairs'>, AlignedPairs['pairs'][number]>
  readonly 'aligned-document': Reading<Omit<AlignedDocument, 'rows'>, AlignedDocument['rows'][number]>
  /** The terms of a glossary; a term that a form would not accept becomes a refused row. */
  readonly glossary: Reading<Told, IncomingRow>
}

/** A block, and what its file brings for its segments, by their ids. */
export interface ReadBlock extends Block {
  readonly brought?: Readonly<Record<string, Brought>>
}

/** What the importer is told of a file. */
interface Told {
  readonly notices: readonly ImportNotice[]
}

export type ReadingKind = keyof Readings

/** What reading needs from outside. */
export interface ReadingDoors {
  readonly formats: Formats
  readonly digestBytes: DigestBytes
}

/** Reads an incoming file. The server reads in a worker thread, under limits of memory and time. */
export type ReadFile = <Kind extends ReadingKind>(kind: Kind, file: IncomingFile) => Promise<Readings[Kind] | Refusal>

/**
 * Reads a file by the ending of its name. Refuses what its format refuses, and files beyond a limit: `file-empty`,
 * `file-too-large`, `file-too-long`, `paragraph-too-long`, `rows-too-many`.
 */
export function createReadFile({ formats, digestBytes }: ReadingDoors): ReadFile {
  const readers: { readonly [Kind in ReadingKind]: (file: IncomingFile) => Promise<Unsigned<Kind> | Refusal> } = {
    document: (file) => readDocument(formats, file, 'zh'),
    table: (file) => lookAtTable(formats, file),
    'chinese-text': (file) => readText(formats, file, 'zh'),
    'english-text': (file) => readText(formats, file, 'en'),
    memory: (file) => readMemory(formats, file),
    glossary: (file) => readGlossary(formats, file),
    returns: (file) => readReturns(formats, file),
    'aligned-pairs': readAlignedPairs,
    'aligned-document': readAlignedDocument,
  }
  return async (kind, file) => {
    const { bytes } = file
    if (bytes.length === 0) return refuse('file-empty')
    if (bytes.length > fileLimits.bytes) {
      return refuse('file-too-large', { megabytes: String(fileLimits.bytes / 2 ** 20) })
    }
    const read = await readers[kind](file)
    return isRefusal(read) ? read : signed(read, digestBytes(bytes))
  }
}

type Unsigned<Kind extends ReadingKind> = Pick<Readings[Kind], 'head' | 'items'>

function signed<Kind extends ReadingKind>({ head, items }: Unsigned<Kind>, sha256: string): Readings[Kind] {
  // biome-ignore lint/plugin/no-cast: every member is from a reading of this kind; the compiler cannot connect them through `Kind`
  return { type: 'reading', sha256, head, items } as Readings[Kind]
}

const tooLong = refuse('file-too-long', { most: String(fileLimits.sentences) })

/** The blocks of a document; of `any` language, it may also have none. */
export async function readDocument(
  formats: DocumentFormats,
  file: IncomingFile,
  language: 'zh' | 'any',
): Promise<Unsigned<'document'> | Refusal> {
  const format = documentFormat(formats, file)
  if (isRefusal(format)) return format
  const { filename, table } = file
  const imported = await format.read(file.bytes, { filename, language, ...(table && { table }) })
  if (isRefusal(imported)) return imported
  const { blocks, notices, wentOutFrom } = imported
  const long = blocks.findIndex(({ text }) => plain(text).length > fileLimits.paragraphCharacters)
  if (long !== -1) {
    return refuse('paragraph-too-long', { paragraph: String(long + 1), most: String(fileLimits.paragraphCharacters) })
  }
  const visible = blocks.filter(isVisible)
  // A block has a sentence at least: so many blocks need no cutting to be too many.
  if (visible.length > fileLimits.sentences) return tooLong
  const brings = blocks.findIndex(({ parts = [] }) =>
    parts.some((part) => part.type === 'segment' && isTooLong(part.brought.draft?.target)),
  )
  if (brings !== -1) return refusalOfEnglish(brings)
  const read = blocksOf(blocks)
  const crowded = read.findIndex(({ parts }) => parts.some((part) => isSegment(part) && isCrowded(part.source)))
  if (crowded !== -1) return refusalOfCrowd(crowded)
  const items = read.map((block, at) => withBrought(block, visible[at]?.parts))
  const count = items.reduce((sum, { parts }) => sum + parts.filter(isSegment).length, 0)
  if (count === 0 && language === 'zh') return refuse('file-empty')
  if (count > fileLimits.sentences) return tooLong
  const head = { format: format.name, notices: [...notices, ...noticesOfCharacters(blocks)] }
  return { head: { ...head, ...(wentOutFrom !== undefined && { wentOutFrom }) }, items }
}

/** A sentence of so many codes that no editor could show them. */
function isCrowded(text: Inline): boolean {
  return text.length > fileLimits.inlineParts
}

function refusalOfCrowd(at: number): Refusal {
  return refuse('sentence-crowded', { paragraph: String(at + 1), most: String(fileLimits.inlineParts) })
}

/** English that nobody could have written here: checks of it would keep the server from answering. */
function isTooLong(english: Inline | undefined): boolean {
  return english !== undefined && plain(english).length > longestText
}

function refusalOfEnglish(at: number): Refusal {
  return refuse('paragraph-too-long', { paragraph: String(at + 1), most: String(longestText) })
}

/** A block with what its file brings for its segments, which are as many as the parts that are segments. */
function withBrought(block: Block, parts: RawBlock['parts']): ReadBlock {
  if (parts === undefined) return block
  const given = parts.flatMap((part) => (part.type === 'segment' ? [part.brought] : []))
  const brought = block.parts.filter(isSegment).flatMap(({ id }, at): readonly [string, Brought][] => {
    const present = given[at]
    return present === undefined || (present.draft === null && present.comments.length === 0) ? [] : [[id, present]]
  })
  return brought.length === 0 ? block : { ...block, brought: Object.fromEntries(brought) }
}

async function lookAtTable(formats: DocumentFormats, file: IncomingFile): Promise<Unsigned<'table'> | Refusal> {
  const format = documentFormat(formats, file)
  if (isRefusal(format)) return format
  const { filename, bytes, table } = file
  const look = await format.lookAtTable?.(bytes, { filename, ...(table && { table }) })
  return isRefusal(look) ? look : { head: { look: look ?? null }, items: [] }
}

async function readText(
  formats: Formats,
  file: IncomingFile,
  language: 'zh' | 'en',
): Promise<Pick<Reading<Told, AlignmentSegment>, 'head' | 'items'> | Refusal> {
  const read = await readBy(formats.documents, file, { language })
  if (isRefusal(read)) return read
  const texts = read.blocks.map(({ text }) => plain(text))
  const long = texts.findIndex(({ length }) => length > fileLimits.paragraphCharacters)
  if (long !== -1) {
    return refuse('paragraph-too-long', { paragraph: String(long + 1), most: String(fileLimits.paragraphCharacters) })
  }
  const items = alignmentSegments(texts, language === 'zh' ? splitSentences : splitEnglish)
  if (items.length === 0) return refuse('file-empty')
  if (items.length > fileLimits.sentences) return tooLong
  return { head: { notices: [...read.notices, ...noticesOfCharacters(read.blocks)] }, items }
}

async function readMemory(formats: Formats, file: IncomingFile): Promise<Unsigned<'memory'> | Refusal> {
  const filename = file.filename.toWellFormed()
  const memory = await readBy(formats.memories, { ...file, filename })
  if (isRefusal(memory)) return memory
  return memory.pairs.length === 0
    ? refuse('file-empty')
    : { head: { skipped: memory.skipped, codes: memory.codes, notices: memory.notices }, items: memory.pairs }
}

async function readReturns(formats: Formats, file: IncomingFile): Promise<Unsigned<'returns'> | Refusal> {
  const returned = await readBy(formats.returns, file)
  if (isRefusal(returned)) return returned
  const { rows, document, base, review, notices } = returned
  if (rows.length > fileLimits.sentences) return tooLong
  const long = rows.findIndex(({ target }) => isTooLong(target))
  if (long !== -1) return refusalOfEnglish(long)
  const crowded = rows.findIndex(({ target }) => isCrowded(target))
  if (crowded !== -1) return refusalOfCrowd(crowded)
  return { head: { document, base, notices, ...(review !== undefined && { review }) }, items: rows }
}

async function readAlignedPairs({ bytes }: IncomingFile): Promise<Unsigned<'aligned-pairs'> | Refusal> {
  const read = readJson(bytes, alignedPairs)
  if (isRefusal(read)) return read
  const { pairs, ...head } = read
  return { head, items: pairs }
}

async function readAlignedDocument({ bytes }: IncomingFile): Promise<Unsigned<'aligned-document'> | Refusal> {
  const read = readJson(bytes, alignedDocument)
  if (isRefusal(read)) return read
  const { rows, ...head } = read
  return { head, items: rows }
}

async function readGlossary(formats: Formats, file: IncomingFile): Promise<Unsigned<'glossary'> | Refusal> {
  const glossary = await readBy(formats.glossaries, file)
  if (isRefusal(glossary)) return glossary
  const { rows, notices } = glossary
  if (rows.length === 0) return refuse('file-empty')
  if (rows.length >= fileLimits.rows) return refuse('rows-too-many', { most: String(fileLimits.rows - 1) })
  return { head: { notices }, items: rows.map(withinLimits) }
}

/** The row, refused if the term form would not accept the term either. */
function withinLimits(row: IncomingRow): IncomingRow {
  if (row.type === 'unread') return { ...row, form: row.form.slice(0, 100).toWellFormed() }
  const fields = wellFormed(row.fields)
  const issue = termFields.safeParse(fields).error?.issues[0]
  if (issue === undefined) return { ...row, fields }
  const refusal =
    issue.code === 'too_big' ? refuse('text-too-long', { most: String(issue.maximum) }) : refuse('term-incomplete')
  return { type: 'unread', at: row.at, form: (fields.source[0] ?? '').slice(0, 100), refusal }
}
