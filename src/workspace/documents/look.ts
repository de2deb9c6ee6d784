import type { DocumentLook, LookedContent } from '../../contract/views/documents.ts'
import { type BlockKind, type Document, isSegment, segmentsOf } from '../../model/document.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import { compact, isCode, plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { fingerprintSet, fingerprintsOf } from '../core/fingerprints.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { documentOf, readDocument, refusalOfSent } from './import.ts'

/** Blocks that people see before they import. */
const shownBlocks = 40
/** At least this share of the sentences stands in a document of which a file is a new version. */
const leastAlike = 0.4

/** What would come of a file as a new document, and how its columns could be chosen; nothing is written. */
export async function lookAtDocument(
  workspace: Workspace,
  actor: Person,
  file: IncomingFile,
): Promise<DocumentLook | Refusal> {
  const people = await admit(workspace, actor, 'import-document')
  if (isRefusal(people)) return people
  const read = await readDocument(workspace, file)
  const sent = isRefusal(read) ? null : await refusalOfSent(workspace, read.wentOutFrom)
  if (sent) return sent
  const table = await workspace.world.read('table', file)
  if (isRefusal(table)) return isRefusal(read) ? read : table
  const { look } = table.head
  if (!isRefusal(read)) return { content: await contentOf(workspace, read), refusal: null, table: look }
  return look === null ? read : { content: null, refusal: read, table: look }
}

type Read = Omit<Document, 'id'> & { readonly notices: readonly ImportNotice[] }

async function contentOf(workspace: Workspace, document: Read): Promise<LookedContent> {
  const { blocks, origin, title, notices } = document
  const kinds: Partial<Record<BlockKind, number>> = {}
  for (const { kind } of blocks) kinds[kind] = (kinds[kind] ?? 0) + 1
  const segments = segmentsOf(document)
  const twin = await documentOf(workspace, origin)
  return {
    format: origin.format,
    title,
    segments: segments.length,
    codes: segments.reduce((sum, { source }) => sum + source.filter(isCode).length, 0),
    kinds,
    blocks: blocks.slice(0, shownBlocks).map(({ kind, level, parts }) => ({
      kind,
      ...(level !== undefined && { level }),
      text: compact(parts.flatMap((part) => (isSegment(part) ? part.source : [part.source]))),
    })),
    more: Math.max(0, blocks.length - shownBlocks),
    notices,
    twin: twin === undefined ? null : { id: twin.id, title: twin.title },
    like: twin === undefined ? await alikeIn(workspace, document) : null,
  }
}

/** The document that has most of the sentences, if it has enough of them. */
async function alikeIn(workspace: Workspace, document: Read): Promise<LookedContent['like']> {
  const sentences = fingerprintSet(fingerprintsOf(segmentsOf(document).map(({ source }) => plain(source))))
  let best: LookedContent['like'] = null
  for (const { id, title, sentences: fingerprints } of await workspace.outlines.present()) {
    const there = fingerprintSet(fingerprints)
    const same = [...sentences].filter((sentence) => there.has(sentence)).length
    if (same >= sentences.size * leastAlike && same > (best?.same ?? 0)) best = { id, title, same }
    const others = workspace.world.pause()
    if (others) await others
  }
  return best
}
