import type { Entry, SettingsEvent } from '../../model/event.ts'
import { documentPrefix } from '../../model/head.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { KeyHistory } from '../../model/signing-key.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Signer } from '../../ports/world.ts'
import { foldSettings } from '../../review/settings.ts'
import { keysOf, presentKey, replacementText } from '../../review/signing-keys.ts'
import { settingsEvent } from '../../schemas/event.ts'
import { fits } from '../../schemas/misfit.ts'
import type { Book } from './book.ts'

/** The signing keys that the journals of a workspace know of. */
export interface KnownKeys {
  /** The recorded history; null in a workspace of a version that recorded none, and in a new one. */
  readonly history: KeyHistory | null
  /** The keys of signatures, the newest last; read only where there is no history. */
  readonly signed: readonly string[]
}

/**
 * Reads them from the store, before the workspace is opened: nothing is signed unless the key is right. Entries that are
 * damaged are passed over; opening the workspace names them.
 */
export async function knownKeys(journals: Pick<Journal, 'read' | 'names'>): Promise<KnownKeys> {
  const entries = (await journals.read('settings', 0)).filter(isSettingsEntry)
  const history = foldSettings(entries).keys
  if (history !== null) return { history, signed: [] }
  const signatures: { readonly at: string; readonly key: string }[] = []
  for (const name of await journals.names(documentPrefix)) {
    for (const { at, event } of await journals.read(name, 0)) {
      if (event.type === 'document-signed') signatures.push({ at, key: event.signOff.key })
    }
  }
  const inOrder = signatures.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ key }) => key)
  return { history: null, signed: [...new Set(inOrder.reverse())].reverse() }
}

/** All keys that sign for a workspace, past and present, in the entries of its journals. */
export function officeKeys(entries: readonly Entry[]): ReadonlySet<string> {
  const { keys } = foldSettings(entries.filter(isSettingsEntry))
  const signed = entries.flatMap(({ event }) => (event.type === 'document-signed' ? [event.signOff.key] : []))
  return new Set(keys === null ? signed : keysOf(keys))
}

function isSettingsEntry(entry: Entry): entry is Entry<SettingsEvent> {
  return fits(settingsEvent, entry.event)
}

/** The key that has to sign, by what the journals know; null where any will do. */
export function expectedKey({ history, signed }: KnownKeys): string | null {
  return history === null ? (signed.at(-1) ?? null) : presentKey(history)
}

/** Begins the history of keys in a workspace that has none. */
export async function recordFirstKey(
  settings: Book<unknown, SettingsEvent>,
  key: string,
  { history, signed }: KnownKeys,
): Promise<Refusal | null> {
  if (history !== null) return null
  const earlier = signed.filter((other) => other !== key)
  const written = await settings.write('system', () => [{ type: 'signing-key-made', v: 1, key, earlier }])
  return isRefusal(written) ? written : null
}

/** Records that `next` takes the place of a key: signed by it if it is there, else as the loss it is. */
export async function recordReplacement(
  settings: Book<unknown, SettingsEvent>,
  by: string,
  { next, replaces, signer }: { readonly next: string; readonly replaces: string; readonly signer: Signer | null },
): Promise<Refusal | null> {
  const signature = signer?.sign(replacementText({ key: next, replaces })) ?? null
  const event = { type: 'signing-key-replaced', v: 1, key: next, replaces, signature } as const
  const written = await settings.write(by, () => [event])
  return isRefusal(written) ? written : null
}
