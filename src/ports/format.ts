import type { CountRow } from '../model/counts.ts'
import type { BroughtComment, RawBlock } from '../model/document.ts'
import type { ImportNotice } from '../model/import-notice.ts'
import type { Inline } from '../model/inline.ts'
import type { MemoryPair } from '../model/match.ts'
import type { QualityRow } from '../model/quality.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Figure } from '../model/release.ts'
import type { Revision } from '../model/revision.ts'
import type { DocumentState, SegmentStateName } from '../model/state.ts'
import type { TableChoice, TableLook, TermTableChoice } from '../model/table-choice.ts'
import type { DocumentAids } from './document-aids.ts'
import type { IncomingRow, OutgoingTerm } from './glossary-row.ts'

/** An incoming file. */
export interface IncomingFile {
  readonly filename: string
  readonly bytes: Uint8Array
  /** Which cells of a table are the text; what is guessed if it is not said. */
  readonly table?: TableChoice
  /** What the columns of a table of terms are; what its headings say if it is not said. */
  readonly terms?: TermTableChoice
}

export interface ReadOptions {
  /** The name of the file, without its folders. */
  readonly filename: string
  /** The language of a text: `en` is English, `any` whatever it is, be there none; Chinese where nothing is stated, and required. */
  readonly language?: 'zh' | 'en' | 'any'
  /** Which cells of a table are the text; what is guessed if it is not said. */
  readonly table?: TableChoice
  /** What the columns of a table of terms are; what its headings say if it is not said. */
  readonly terms?: TermTableChoice
}

export interface RewriteOptions {
  /** Words that stand at the head of every page, for a text that nobody has signed. */
  readonly draftNotice?: string
  /** Whether English looks as English does (language, indents, numbering) or as the Chinese it replaces, as it does unless stated. */
  readonly look?: 'english' | 'chinese'
  /** The name of the file, and the cells of a table that were read. */
  readonly filename?: string
  readonly table?: TableChoice
}

/**
 * A door to one kind of file: bytes in, contents out, and the other way round. Bad input is a refusal, never less
 * content; the size of the file has been looked at before. Reading throws nothing, whatever the bytes.
 */
export interface Format<Contents, Outgoing = never> {
  /** What commands and addresses call it: `markdown`, `xliff`. */
  readonly name: string
  /** File name endings with the dot, lower case; what is written takes the first. */
  readonly endings: readonly [string, ...string[]]
  /** The media type of what is written (RFC 6838). */
  readonly mediaType: string
  /** Whether a file is of this format whatever its name: tools have endings of their own. */
  recognises?(bytes: Uint8Array): boolean
  read?(bytes: Uint8Array, options: ReadOptions): Promise<Contents | Refusal>
  /** A table, for its columns to be chosen. Refuses what `read` refuses but for its contents. */
  lookAtTable?(bytes: Uint8Array, options: ReadOptions): Promise<TableLook | Refusal>
  write?(outgoing: Outgoing): Promise<Uint8Array>
  /**
   * A file that was read before, with other texts in place of its own: one for each block that `read` gives, in order;
   * null leaves a block as it is. A text has the codes of its block. Everything else in the file stays the same to the
   * byte. Refuses what `read` refuses.
   */
  rewrite?(
    bytes: Uint8Array,
    targets: readonly (Inline | null)[],
    options?: RewriteOptions,
  ): Promise<Uint8Array | Refusal>
  /**
   * The same for a file whose blocks say their segments: one for each segment that `read` gives, in order; null leaves a
   * segment as it is. Each with its state, which is written where the format has a place for it.
   */
  refill?(
    bytes: Uint8Array,
    segments: readonly (FilledSegment | null)[],
    options?: RewriteOptions,
  ): Promise<Uint8Array | Refusal>
}

/** What is to stand in a file for one of its segments. */
export interface FilledSegment {
  readonly target: Inline
  readonly state: SegmentStateName
}

type FileKind = Pick<Format<unknown>, 'name' | 'endings' | 'mediaType' | 'recognises'>

/** A format that can be read, and may be writable. */
export type Readable<Contents> = FileKind & Required<Pick<Format<Contents>, 'read'>>

/** A format of documents, which may be able to put other texts in the place of its own. */
export type DocumentFormat = Readable<Imported> & Pick<Format<Imported>, 'rewrite' | 'refill' | 'lookAtTable'>

/** Whether a document that came in this format can go out in it. */
export function goesBack({ rewrite, refill }: Pick<DocumentFormat, 'rewrite' | 'refill'>): boolean {
  return rewrite !== undefined || refill !== undefined
}

/** A format that can be written, and may be readable. */
export type Writable<Outgoing> = FileKind & Required<Pick<Format<unknown, Outgoing>, 'write'>>

/** The content of a text file: its blocks in order, and notices for the reader. */
export interface Imported {
  readonly type: 'imported'
  readonly blocks: readonly RawBlock[]
  readonly notices: readonly ImportNotice[]
  /** The id of the document here that the file went out from, if it says so. */
  readonly wentOutFrom?: string
}

/** The content of a translation memory. */
export interface MemoryContents {
  readonly pairs: readonly MemoryPair[]
  /** Translation units without a Chinese or without an English text. */
  readonly skipped: number
  /** Inline codes that were dropped from texts. */
  readonly codes: number
  readonly notices: readonly ImportNotice[]
}

/** The content of a glossary: its terms, and what is not one. */
export interface GlossaryContents {
  readonly rows: readonly IncomingRow[]
  readonly notices: readonly ImportNotice[]
}

/** A Chinese text and its English in a finished translation. */
export interface TextPair {
  readonly id: string
  readonly zh: string
  readonly en: string
}

/** A finished translation as a file has it. */
export interface FinishedTranslation {
  readonly pairs: readonly TextPair[]
  /** Units of the file that have no Chinese text, or no place for English. */
  readonly skipped: number
  /** Units that the file itself excludes from translation; they are not among the pairs. */
  readonly locked: number
  readonly notices: readonly ImportNotice[]
}

/** A segment of ours as it came back in a file that we had written. */
export interface ReturnedRow {
  /** The id that the segment went out with; empty for a row that has none: somebody else has made it. */
  readonly id: string
  /** Its Chinese as the file has it now: one that is not what went out is reported, and its English is not taken. */
  readonly source: Inline
  /** Its English; empty where there is none. */
  readonly target: Inline
  /** Whether the file says that somebody has confirmed this English. */
  readonly confirmed: boolean
  /** Who has changed its English, as the file names them; none where it does not say. */
  readonly authors: readonly string[]
  /** Of a row of a table: it was merged with others, or a part of it stands in a row without an id. */
  readonly damage?: 'merged' | 'cut'
  /** What was said of it. Those that had gone out with it may be among them. */
  readonly comments: readonly BroughtComment[]
}

/** A document of ours that was worked on elsewhere: its rows in the order of the file, those that occur twice as well. */
export interface ReturnedRows {
  readonly type: 'returned-rows'
  /** The id of the document that went out, and the last entry that was in it: number and hash. */
  readonly document: string
  readonly base: { readonly sequence: number; readonly head: string }
  /** The outside review that it went out as: its English comes back as suggestions. */
  readonly review?: string
  readonly rows: readonly ReturnedRow[]
  readonly notices: readonly ImportNotice[]
}

/** A document for people to read. */
export interface ReadingCopy {
  readonly state: DocumentState
  /** Words that stand at its head where nobody has signed it. */
  readonly draftNotice?: string
}

/** A document as a table that goes out to be worked on in Word. */
export interface ReviewTable extends ReadingCopy {
  /** Names as people show them, by person id. */
  readonly names: ReadonlyMap<string, string>
  /** Who wrote it, and when: a person's id, and an instant in UTC, ISO 8601. */
  readonly by: string
  readonly at: string
}

/** Style and script of a page that stands in one file, each with its SHA-256 in Base64, by which the page admits it alone. */
export interface InlineAssets {
  readonly style: string
  readonly script: string
  readonly styleHash: string
  readonly scriptHash: string
}

/** A document as a page for a reviewer who has no account: for whom it is, by whom and when it was sent. */
export interface ReviewPage extends ReadingCopy {
  readonly review: string
  readonly reviewer: string
  readonly sender: string
  readonly at: string
  readonly assets: InlineAssets
}

/** What was judged of a document, with the names of people by their ids. */
export interface QualityReport {
  readonly rows: readonly QualityRow[]
  readonly names: ReadonlyMap<string, string>
}

/** What people changed in a document. `chosen`: whose and of when, in words; empty for all. */
export interface RevisionReport {
  readonly title: string
  readonly revisions: readonly Revision[]
  /** Names of people by their ids. */
  readonly names: ReadonlyMap<string, string>
  readonly chosen: string
}

/** The input of each export: of a document, but for the counts of the office. */
export interface ExportContents {
  readonly xliff: DocumentAids & { readonly state: DocumentState }
  readonly 'xliff-1.2': DocumentAids & { readonly state: DocumentState }
  readonly tmx: readonly MemoryPair[]
  readonly json: DocumentState
  readonly figures: readonly Figure[]
  readonly quality: QualityReport
  readonly 'review-table': ReviewTable
  readonly 'review-page': ReviewPage
  readonly revisions: RevisionReport
  readonly 'revisions-table': RevisionReport
  readonly counts: readonly CountRow[]
  readonly bilingual: ReadingCopy
  readonly 'bilingual-columns': ReadingCopy
  readonly 'english-text': ReadingCopy
  readonly 'english-markdown': ReadingCopy
  readonly 'english-html': ReadingCopy
}

export type ExportName = keyof ExportContents

/** Exports that go out by routes of their own, and not of a document as it stands. */
export const exportsApart = ['review-page', 'counts'] as const satisfies readonly ExportName[]
export type DocumentExport = Exclude<ExportName, (typeof exportsApart)[number]>

export function isApart(name: string): boolean {
  return exportsApart.some((one) => one === name)
}

/** Every format, by what it carries. Server and command line choose them; the use cases depend on none in particular. */
export interface Formats {
  readonly documents: readonly DocumentFormat[]
  readonly memories: readonly Readable<MemoryContents>[]
  readonly glossaries: readonly (Readable<GlossaryContents> & Writable<readonly OutgoingTerm[]>)[]
  /** Finished translations that are checked without a workspace. */
  readonly pairs: readonly Readable<FinishedTranslation>[]
  readonly exports: { readonly [Name in ExportName]: Writable<ExportContents[Name]> }
  /** Documents of ours that come back from another tool. */
  readonly returns: readonly Readable<ReturnedRows>[]
  /** What to say of a file of a kind that is known and not read, by its content; null for any other. */
  readonly refusalOfOthers: (bytes: Uint8Array) => Refusal | null
}

/** What reading and writing a document needs of the formats. */
export type DocumentFormats = Pick<Formats, 'documents' | 'refusalOfOthers'>

/** The endings of some formats. */
export function endingsOf(formats: readonly FileKind[]): readonly string[] {
  return formats.flatMap(({ endings }) => endings)
}

/** The format of a file by the ending of its name. Refuses `file-format-unknown` with the endings there are. */
export function formatNamed<F extends FileKind>(formats: readonly F[], filename: string): F | Refusal {
  const name = filename.toLowerCase()
  const format = formats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)))
  return format ?? refuse('file-format-unknown', { endings: endingsOf(formats).join(', ') })
}

/**
 * The format of a document: by its content where a format knows its own, whatever the name; else by the ending of its
 * name. A file without an ending is plain text, whose reader decides by its content. Refuses `file-format-unknown`, and
 * what `refusalOfOthers` does.
 */
export function documentFormat(
  { documents, refusalOfOthers }: DocumentFormats,
  { filename, bytes }: IncomingFile,
): DocumentFormat | Refusal {
  const other = refusalOfOthers(bytes)
  if (other !== null) return other
  const recognised = documents.find(({ recognises }) => recognises?.(bytes))
  const bare = /\.[^./\\ ]+$/.test(filename) ? undefined : documents[0]
  return recognised ?? bare ?? formatNamed(documents, filename)
}

/** Reads a file by the ending of its name, else by its content. Refuses what `formatNamed` and the format refuse. */
export async function readBy<Contents>(
  formats: readonly Readable<Contents>[],
  { filename, bytes, terms }: IncomingFile,
  options: Omit<ReadOptions, 'filename'> = {},
): Promise<Contents | Refusal> {
  const named = formatNamed(formats, filename)
  const format = isRefusal(named) ? (formats.find(({ recognises }) => recognises?.(bytes)) ?? named) : named
  return isRefusal(format) ? format : format.read(bytes, { ...options, filename, ...(terms && { terms }) })
}
