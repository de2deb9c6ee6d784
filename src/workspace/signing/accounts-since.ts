import type { SignOffSheet } from '../../contract/views/signing.ts'
import type { DocumentEvent, Entry, PeopleEvent } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { mayDo } from '../../model/permissions.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Workspace } from '../core/open.ts'
import { accountEntry, personOf } from '../people/account-record.ts'

/** What may mean that somebody else acts under a name: a link, a password, roles, an account that is opened again. */
const telling: ReadonlySet<PeopleEvent['type']> = new Set([
  'person-invited',
  'password-set',
  'roles-changed',
  'person-renamed',
  'person-reactivated',
])

/**
 * What became of the accounts of the people who worked on a document, since the last signature or else since its import.
 * It is told to whoever signs or keeps the accounts.
 */
export async function accountsSince(
  workspace: Workspace,
  actor: Person,
  state: DocumentState,
  entries: readonly Entry<DocumentEvent>[],
): Promise<SignOffSheet['accounts']> {
  if (!mayDo(actor, 'sign') && !mayDo(actor, 'manage-people')) return []
  const since = state.signOff?.at ?? state.imported.at
  const workers = new Set(entries.map(({ by }) => by))
  const { state: people, entries: record } = await workspace.people.read()
  return (await record())
    .filter(({ at, event }) => at > since && telling.has(event.type) && workers.has(personOf(event) ?? ''))
    .map((entry) => accountEntry(entry, people))
}
