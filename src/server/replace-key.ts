import { mayDo } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import { loginKey } from '../review/people.ts'
import { openSharedBooks } from '../workspace/core/books.ts'
import { expectedKey, knownKeys, recordFirstKey, recordReplacement } from '../workspace/core/signing-keys.ts'
import { digest } from './digest.ts'
import type { Tell } from './notices.ts'
import { openPlace } from './place.ts'
import { adoptNextKey, fingerprintOf, KeyLost, makeNextKey, readSigningKey, signingKeyFile } from './signing-key.ts'

/** Fingerprints of the new key and of the one it replaces, and whether that one signed the replacement. */
export interface ReplacedKey {
  readonly key: string
  readonly replaces: string
  readonly signed: boolean
}

/**
 * Makes a new signing key for a workspace that no server has open, and records it in the journal of settings before it is
 * used: signed by the key it replaces, or, if `lost`, as the loss that it is. Throws `KeyLost` if the key is not there and
 * nobody said that it is lost. Refuses to call a key lost that is there, `workspace-held`, and whoever is no administrator.
 */
export async function replaceSigningKey(
  workspace: string,
  {
    lost,
    login,
    tell,
    database,
  }: {
    readonly lost: boolean
    readonly login: string | undefined
    readonly tell: Tell
    /** The database that has its journals, if one does. */
    readonly database?: string
  },
): Promise<ReplacedKey | Refusal> {
  const place = await openPlace({
    folder: workspace,
    ...(database !== undefined && { database }),
    alone: true,
    onReport: (journal, report) => tell({ type: 'journal', journal, report }),
  })
  if (place.type === 'held') return refuse('workspace-held', { workspace, pid: String(place.holder?.pid ?? '?') })
  try {
    const { journals } = place
    const world = { journals, clock: () => new Date().toISOString(), digest, pause: () => undefined }
    const books = openSharedBooks(world, { termbase: () => {}, memoryFiles: () => {}, outbox: () => {} })
    const { state: people } = await books.people.read()
    const administrators = people.people.filter((person) => person.active && mayDo(person, 'change-settings'))
    const person = administrators.find((each) => login === undefined || loginKey(each.login) === loginKey(login))
    if (person === undefined) return refuse('person-unknown', { login: login ?? '' })

    const known = await knownKeys(journals)
    const present = lost ? null : readSigningKey(workspace)
    const replaces = expectedKey(known) ?? readSigningKey(workspace)?.key
    if (replaces === undefined) return refuse('signing-key-none')
    if (lost && isThere(workspace, replaces)) return refuse('signing-key-there')
    if (!lost && present?.key !== replaces) {
      throw new KeyLost(signingKeyFile(workspace), fingerprintOf(replaces), present && fingerprintOf(present.key))
    }
    const begun = await recordFirstKey(books.settings, replaces, known)
    if (begun) return begun
    const next = makeNextKey(workspace)
    const recorded = await recordReplacement(books.settings, person.id, { next: next.key, replaces, signer: present })
    if (recorded) return recorded
    adoptNextKey(workspace)
    return { key: fingerprintOf(next.key), replaces: fingerprintOf(replaces), signed: present !== null }
  } finally {
    await place.close()
  }
}

/** Whether the key is in its file; a file that is no key has none. */
function isThere(workspace: string, key: string): boolean {
  try {
    return readSigningKey(workspace)?.key === key
  } catch {
    return false
  }
}
