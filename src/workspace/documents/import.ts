import { countLimits } from '../../model/count-limits.ts'
import { type Brought, type Document, segmentsOf, titleBlockOf } from '../../model/document.ts'
import type { DocumentEvent } from '../../model/event.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Outline } from '../core/outline.ts'
import { broughtEvents } from './brought.ts'
import { ownFormat } from './own-shape.ts'

export interface ImportedDocument {
  readonly id: string
  readonly title: string
  readonly blocks: number
  readonly segments: number
  readonly notices: readonly ImportNotice[]
}

/** UTF-16 units to which a title or a file name is cut. */
const longestName = 300

/**
 * Imports a file as a new document: reads it, splits it and writes one entry, or refuses and stores nothing. Refuses
 * the same bytes a second time and names the document that has them.
 */
export async function importDocument(
  workspace: Workspace,
  actor: Person,
  file: IncomingFile,
): Promise<ImportedDocument | Refusal> {
  const people = await admit(workspace, actor, 'import-document')
  if (isRefusal(people)) return people
  const { world } = workspace
  const read = await readDocument(workspace, file)
  if (isRefusal(read)) return read
  const { notices, brought, wentOutFrom, ...content } = read
  const { blocks } = content

  // One import at a time, so that a file sent twice at once is imported once.
  return workspace.turns.take('import', async () => {
    const full = await refusalOfCount(workspace)
    if (full) return full
    const sent = await refusalOfSent(workspace, wentOutFrom)
    if (sent) return sent
    const twin = await documentOf(workspace, content.origin)
    if (twin) return refuse('file-duplicate', { document: twin.id, title: twin.title })
    const id = world.newId()
    const document: Document = { id, ...content }
    const imported: DocumentEvent = { type: 'document-imported', v: 1, document }
    const drafts = brought.size === 0 ? [] : await broughtEvents(workspace, document, brought)
    if (isRefusal(drafts)) return drafts
    await keepOriginal(workspace, content.origin, file.bytes)
    const entries = await workspace.document(id).write(actor.id, () => [imported, ...drafts])
    if (isRefusal(entries)) return entries
    return {
      id,
      title: document.title,
      blocks: blocks.length,
      segments: segmentsOf({ blocks }).length,
      notices,
    }
  })
}

/** Keeps a file that its text can be written back into. Before the entry that names it: a document never lacks its file. */
export async function keepOriginal(
  { world }: Workspace,
  { format, sha256 }: Document['origin'],
  bytes: Uint8Array,
): Promise<void> {
  if (ownFormat(world, format) !== undefined) await world.originals.keep(sha256, bytes)
}

/** A document that has no id yet, and what its file brings for its segments, by their ids. */
interface ReadContents extends Omit<Document, 'id'> {
  readonly notices: readonly ImportNotice[]
  readonly brought: ReadonlyMap<string, Brought>
  readonly wentOutFrom: string | undefined
}

/** What a file holds as a document that has no id yet. */
export async function readDocument({ world }: Workspace, file: IncomingFile): Promise<ReadContents | Refusal> {
  const read = await world.read('document', file)
  if (isRefusal(read)) return read
  const { sha256, head, items } = read
  const blocks = items.map(({ brought: _, ...block }) => block)
  const { filename, table } = file
  const name = filename.toWellFormed().slice(-longestName).toWellFormed()
  return {
    title: titleOf(blocks, name),
    sourceLanguage: head.notices.some(({ code }) => code === 'traditional') ? 'zh-TW' : 'zh-CN',
    targetLanguage: 'en',
    origin: { format: head.format, filename: name, sha256, ...(table && { table }) },
    blocks,
    notices: head.notices,
    brought: new Map(items.flatMap((item) => Object.entries(item.brought ?? {}))),
    wentOutFrom: head.wentOutFrom,
  }
}

/** A document that went out from here comes back over itself, and makes no second one. */
export async function refusalOfSent(workspace: Workspace, wentOutFrom: string | undefined): Promise<Refusal | null> {
  const documents = wentOutFrom === undefined ? [] : await workspace.outlines.present()
  const sent = documents.find(({ id }) => id === wentOutFrom)
  return sent === undefined ? null : refuse('file-went-out', { document: sent.id, title: sent.title })
}

/** The refusal for one more document than a workspace can have. */
export async function refusalOfCount(
  workspace: Workspace,
  most: number = countLimits.documents,
): Promise<Refusal | null> {
  const { length } = await workspace.outlines.present()
  return length < most ? null : refuse('documents-too-many', { most: String(most) })
}

/** The document of the same bytes; of a workbook, of the same cells. */
export async function documentOf(
  workspace: Workspace,
  { sha256, table }: Document['origin'],
): Promise<Outline | undefined> {
  const cells = JSON.stringify(table)
  const outlines = await workspace.outlines.present()
  return outlines.find(({ origin }) => origin.sha256 === sha256 && JSON.stringify(origin.table) === cells)
}

/** The first heading, else the first block, else the name of the file. */
function titleOf(blocks: Document['blocks'], filename: string): string {
  const block = titleBlockOf(blocks)
  const text = block?.parts
    .map(({ source }) => (typeof source === 'string' ? source : plain(source)))
    .join('')
    .trim()
  return (text || filename).slice(0, longestName).toWellFormed()
}
