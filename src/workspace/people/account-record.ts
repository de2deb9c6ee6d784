import type { AccessNote } from '../../model/access.ts'
import type { AccountEntry } from '../../model/account-record.ts'
import type { Entry, PeopleEvent } from '../../model/event.ts'
import type { People, Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { byProvider } from '../../review/people.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** The most entries that are listed, the newest. */
const most = 500

/**
 * What happened to accounts and at the door, newest first: of one person, for themselves and administrators, or of all,
 * for administrators alone. Refuses `role-missing` and `person-unknown`.
 */
export async function accountRecord(
  workspace: Workspace,
  actor: Person,
  { person }: { readonly person?: string },
): Promise<{ readonly entries: readonly AccountEntry[]; readonly more: boolean } | Refusal> {
  const people = await admit(workspace, actor, person === actor.id ? 'read' : 'manage-people')
  if (isRefusal(people)) return people
  if (person !== undefined && !people.people.some(({ id }) => id === person)) {
    return refuse('person-unknown', { person })
  }
  const { entries } = await workspace.people.read()
  const recorded = (await entries()).map((entry) => ({
    concerns: personOf(entry.event),
    entry: accountEntry(entry, people),
  }))
  const notes = await workspace.world.access.recent(most + 1, person)
  const noted = notes.map((note) => ({ concerns: note.person, entry: entryOfNote(note, people) }))
  const all = [...recorded, ...noted]
    .filter(({ concerns }) => person === undefined || concerns === person)
    .map(({ entry }) => entry)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  return { entries: all.slice(0, most), more: all.length > most }
}

/** Whom an event concerns; null for the whole office. */
export function personOf(event: PeopleEvent): string | null {
  if (event.type === 'single-person-declared' || event.type === 'provider-set') return null
  if (event.type === 'second-factor-set') return null
  return event.type === 'person-added' ? event.person.id : event.person
}

/** An entry of the people's record as it is listed: of somebody whose data was erased, only what happened. */
export function accountEntry({ at, by, event }: Entry<PeopleEvent>, people: People): AccountEntry {
  const roles =
    event.type === 'roles-changed' || event.type === 'second-factor-set'
      ? event.roles
      : event.type === 'person-added'
        ? event.person.roles
        : undefined
  const concerned = personIn(people, personOf(event))
  const person = concerned?.name ?? null
  const detail = concerned?.erased === undefined ? detailOf(event) : null
  return {
    at,
    act: event.type,
    by: personIn(people, by)?.name ?? null,
    person,
    ...(roles !== undefined && { roles }),
    ...(detail !== null && { detail }),
    ...(by === byProvider && { byProvider: true }),
  }
}

/** What is told of an event beside whom it concerns. */
function detailOf(event: PeopleEvent): string | null {
  switch (event.type) {
    case 'identity-linked':
    case 'identity-unlinked':
      return `${event.subject} · ${event.issuer}`
    case 'provider-set':
      return event.provider?.issuer ?? null
    case 'passkey-added':
    case 'passkey-removed':
      return event.name
    default:
      return null
  }
}

/** At the door, who is refused is nobody yet. */
function entryOfNote({ at, type, person, address, route }: AccessNote, people: People): AccountEntry {
  const isSignedIn =
    type !== 'sign-in-refused' && type !== 'provider-refused' && type !== 'link-refused' && type !== 'too-many-tries'
  const name = personIn(people, person)?.name ?? null
  return { at, act: type, by: isSignedIn ? name : null, person: name, address, ...(route !== undefined && { route }) }
}

function personIn({ people }: People, id: string | null): Person | undefined {
  return people.find((person) => person.id === id)
}
