import type { OutboxEvent } from '../../model/event.ts'
import type { QueuedMessage, Receiver } from '../../model/outbox.ts'
import { isRefusal } from '../../model/refusal.ts'
import { messagesOf, type Told, type Walk, walkStart } from '../../review/telling/messages.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { webhookSettings } from './settings.ts'

/** How far the journals were walked in this process; what is in messages stands in the outbox. */
export type Walks = Map<string, Walk>

/** When the confirmed sentences that wait for more of them are to be told, by document. */
export type Dues = ReadonlyMap<string, string>

/**
 * Makes messages of what has been written to these documents, and queues them; of all documents that have grown, for null.
 * Messages and how far they reach are one entry, decided on the outbox as it is: whoever does this at the same time, and
 * whatever is killed, each message is queued once.
 */
export async function collect(
  workspace: Workspace,
  walks: Walks,
  documents: ReadonlySet<string> | null,
  /** `all`: what would wait for more of its kind is told now. */
  how: { readonly all: boolean } = { all: false },
): Promise<Dues> {
  const dues = new Map<string, string>()
  const { receivers } = await webhookSettings(workspace)
  if (receivers.length === 0) return dues
  for (const document of documents ?? (await grownDocuments(workspace))) {
    const due = await collectDocument(workspace, walks, document, receivers, how)
    if (due !== null) dues.set(document, due)
    const others = workspace.world.pause()
    if (others) await others
  }
  return dues
}

async function collectDocument(
  workspace: Workspace,
  walks: Walks,
  document: string,
  receivers: readonly Receiver[],
  { all }: { readonly all: boolean },
): Promise<string | null> {
  const page = await findDocument(workspace, document)
  // Of a damaged journal nothing is told; the damage is reported where it was found.
  if (isRefusal(page)) return null
  const { clock, digest } = workspace.world
  const from = walks.get(document) ?? walkStart
  const entries = await page.entries(from.sequence)
  let told: Told = { messages: [], walk: from, due: null }
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => {
    const already = state.read.get(document) ?? 0
    told = messagesOf(document, from, entries, { already, now: all ? null : clock(), digest })
    const messages = told.messages.flatMap((message): readonly QueuedMessage[] => {
      const to = receivers.filter(({ kinds }) => kinds.includes(message.kind)).map(({ id }) => id)
      return to.length === 0 ? [] : [{ message, to }]
    })
    const until = told.walk.sequence
    return messages.length === 0 ? [] : [{ type: 'messages-queued', v: 1, document, until, messages }]
  })
  walks.set(document, told.walk)
  return told.due
}

/** The documents that have entries beyond what is told. */
async function grownDocuments(workspace: Workspace): Promise<readonly string[]> {
  const { state } = await workspace.outbox.read()
  return (await workspace.outlines.all())
    .filter(({ id, sequence }) => sequence > (state.read.get(id) ?? 0))
    .map(({ id }) => id)
}

/**
 * Before a receiver comes or wants something else: it is told what happens from now on. What those that there are have
 * still to be told is queued before.
 */
export async function tellUpToNow(workspace: Workspace): Promise<void> {
  const { receivers } = await webhookSettings(workspace)
  if (receivers.length === 0) {
    const outlines = await workspace.outlines.all()
    return recordRead(workspace, new Map(outlines.map(({ id, sequence }) => [id, sequence])))
  }
  const walks: Walks = new Map()
  await collect(workspace, walks, null, { all: true })
  await recordWalked(workspace, walks)
}

/** Records how far journals were walked, so that whoever is next need not read again what is told. */
export function recordWalked(workspace: Workspace, walks: Walks): Promise<void> {
  return recordRead(workspace, new Map([...walks].map(([document, { sequence }]) => [document, sequence])))
}

async function recordRead(workspace: Workspace, sequences: ReadonlyMap<string, number>): Promise<void> {
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => {
    const grown = [...sequences].filter(([document, sequence]) => sequence > (state.read.get(document) ?? 0))
    return grown.length === 0 ? [] : [{ type: 'journals-read', v: 1, documents: Object.fromEntries(grown) }]
  })
}
