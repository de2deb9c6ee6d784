import type { People, Person } from '../../model/people.ts'
import type { Act } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { SignOff } from '../../model/signoff.ts'
import type { DocumentState } from '../../model/state.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import type { PeopleState } from '../../review/people.ts'
import { refusalToAct } from '../../review/standing.ts'
import type { Workspace } from './open.ts'
import type { Page } from './page.ts'

/** The record of people, if it allows the actor this act; otherwise a refusal. */
export async function admit(workspace: Workspace, actor: Pick<Person, 'id'>, act: Act): Promise<PeopleState | Refusal> {
  const { state } = await workspace.people.read()
  return refusalToAct(state, actor, act) ?? state
}

/** A document and its entries; a refusal if its journal is damaged. */
export async function findDocument(workspace: Workspace, id: string): Promise<Page<DocumentState> | Refusal> {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) return refuse('document-unknown', { document: id })
  const page = await workspace
    .document(id)
    .read()
    .catch((fault) => refusalOfDamage(fault))
  if (isRefusal(page)) return page
  const { state } = page
  if (state === null) return refuse('document-unknown', { document: id })
  return state.deleted ? refuse('document-deleted') : { ...page, state }
}

/** The refusal for a damaged journal; throws any other fault. */
export function refusalOfDamage(fault: unknown): Refusal {
  if (!(fault instanceof DamagedJournal)) throw fault
  const { journal, entry, damage } = fault
  const place = { journal, entry: String(entry) }
  switch (damage.type) {
    case 'altered':
      return refuse('ledger-altered', place)
    case 'malformed':
      return refuse('entry-malformed', { ...place, member: damage.member })
    case 'newer':
      return refuse('entry-newer', place)
    case 'missing':
      return refuse('entries-missing', { ...place, until: String(damage.until) })
  }
}

/** A document, its entries and the people, if the actor may do this. */
export async function openFor(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  act: Act,
  document: string,
): Promise<(Page<DocumentState> & { readonly people: PeopleState }) | Refusal> {
  const people = await admit(workspace, actor, act)
  if (isRefusal(people)) return people
  const page = await findDocument(workspace, document)
  return isRefusal(page) ? page : { ...page, people }
}

/** The active person with this id, whom a session stands for; null if there is none. */
export async function activePerson(workspace: Workspace, id: string): Promise<Person | null> {
  const { state } = await workspace.people.read()
  return state.people.find((person) => person.id === id && person.active) ?? null
}

/** The name of whoever signed: as it was signed, unless their data was erased since. */
export function signerName(people: People, { by, name }: Pick<SignOff, 'by' | 'name'>): string {
  return people.people.find(({ id }) => id === by)?.erased === undefined ? name : nameOf(people, by)
}

/** The display name of a person; `Duizhao` for the programme itself. */
export function nameOf(people: People, id: string): string {
  return people.people.find((person) => person.id === id)?.name ?? (id === 'system' ? 'Duizhao' : id)
}
