import type { VersionView } from '../../contract/views/versions.ts'
import { type Brought, type Document, isSegment, segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { inSlices } from '../../ports/world.ts'
import { decideReplacement } from '../../review/replacement.ts'
import { compareVersions, type SentenceChange } from '../../versions/compare.ts'
import { openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { broughtEvents } from './brought.ts'
import { keepOriginal, readDocument, refusalOfSent } from './import.ts'
import { runLock } from './runs-elsewhere.ts'

interface NewVersion {
  readonly document: string
  readonly file: IncomingFile
}

/** What a new version of a document's source would change; nothing is written. */
export async function compareVersion(
  workspace: Workspace,
  actor: Person,
  { document, file }: NewVersion,
): Promise<VersionView | Refusal> {
  const compared = await comparedWith(workspace, actor, { document, file })
  return isRefusal(compared) ? compared : viewOf(compared)
}

/**
 * Replaces the source of a document by a new version. `sequence`: the last entry that the comparison knew, so that what was
 * looked at is what is done. Refuses while engines draft the document.
 */
export async function replaceSource(
  workspace: Workspace,
  actor: Person,
  { document, file, sequence }: NewVersion & { readonly sequence: number },
): Promise<VersionView | Refusal> {
  const compared = await comparedWith(workspace, actor, { document, file })
  if (isRefusal(compared)) return compared
  return workspace.turns.take(`drafting/${document}`, async () => {
    const hold = await workspace.world.coordination.hold(runLock(document))
    if (hold === null) return refuse('draft-running')
    try {
      return await replaceNow(workspace, actor, { document, file, sequence }, compared)
    } finally {
      await hold.release()
    }
  })
}

async function replaceNow(
  workspace: Workspace,
  actor: Person,
  { document, file, sequence }: NewVersion & { readonly sequence: number },
  compared: Compared,
): Promise<VersionView | Refusal> {
  const { state: people } = await workspace.people.read()
  await keepOriginal(workspace, compared.document.origin, file.bytes)
  const made = Object.fromEntries(
    compared.changes.flatMap((change) => (change.type === 'changed' ? [[change.id, change.from]] : [])),
  )
  const drafts = compared.brought.size === 0 ? [] : await broughtEvents(workspace, compared.document, compared.brought)
  if (isRefusal(drafts)) return drafts
  const entries = await workspace.document(document).write(actor.id, ({ state }) => {
    if (state === null) return refuse('document-unknown', { document })
    const replaced = decideReplacement(state, { document: compared.document, made, sequence }, actor, people)
    return isRefusal(replaced) ? replaced : [...replaced, ...drafts]
  })
  return isRefusal(entries) ? entries : viewOf(compared)
}

interface Compared {
  readonly before: DocumentState
  readonly document: Document
  readonly changes: readonly SentenceChange[]
  readonly notices: VersionView['notices']
  readonly brought: ReadonlyMap<string, Brought>
}

async function comparedWith(
  workspace: Workspace,
  actor: Person,
  { document: id, file }: NewVersion,
): Promise<Compared | Refusal> {
  const opened = await openFor(workspace, actor, 'import-document', id)
  if (isRefusal(opened)) return opened
  const read = await readDocument(workspace, file)
  if (isRefusal(read)) return read
  const { notices, brought, wentOutFrom, ...content } = read
  const sent = await refusalOfSent(workspace, wentOutFrom)
  if (sent) return sent
  const { state } = opened
  const taken = [...state.segments.keys(), ...Object.keys(state.tombstones)]
  const { blocks, changes } = await inSlices(
    compareVersions(state.document.blocks, content.blocks, taken),
    workspace.world.pause,
  )
  const document = { id, ...content, blocks }
  return { before: state, document, changes, notices, brought: forNewSentences(brought, content, document, changes) }
}

/**
 * What a file brings, by the ids that its sentences have from now on: for those that have no English here. A block that is
 * divided as people divided it before has other sentences than the file, and none that are new.
 */
function forNewSentences(
  brought: Compared['brought'],
  read: Pick<Document, 'blocks'>,
  document: Document,
  changes: readonly SentenceChange[],
): Compared['brought'] {
  const fresh = new Set(changes.flatMap(({ type, id }) => (type === 'new' || type === 'changed' ? [id] : [])))
  return new Map(
    document.blocks.flatMap(({ parts }, block) => {
      const asRead = read.blocks[block]?.parts.filter(isSegment) ?? []
      return parts.filter(isSegment).flatMap(({ id }, at): readonly [string, Brought][] => {
        const present = brought.get(asRead[at]?.id ?? '')
        return present === undefined || !fresh.has(id) ? [] : [[id, present]]
      })
    }),
  )
}

/** How many sentences are shown one by one. */
const mostShown = 2000

function viewOf({ before, document, changes, notices }: Compared): VersionView {
  const now = new Map(segmentsOf(document).map(({ id, source }) => [id, plain(source)]))
  const was = (id: string) => {
    const { source = [], target = [] } = before.segments.get(id) ?? {}
    return { source: plain(source), target: plain(target) }
  }
  const count = (type: SentenceChange['type']) => changes.filter((change) => change.type === type).length
  const shown = changes.filter(({ type }) => type !== 'unchanged')
  return {
    sequence: before.sequence,
    filename: document.origin.filename,
    notices,
    counts: {
      before: before.segments.size,
      now: now.size,
      unchanged: count('unchanged'),
      moved: count('moved'),
      changed: count('changed'),
      new: count('new'),
      removed: count('removed'),
    },
    changes: shown.slice(0, mostShown).map((change) => ({
      type: change.type,
      id: change.id,
      now: now.get(change.id) ?? null,
      ...(change.type === 'new' ? {} : { was: was(change.type === 'changed' ? change.from : change.id) }),
    })),
    more: Math.max(0, shown.length - mostShown),
  }
}
