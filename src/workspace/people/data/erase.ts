import type { ErasureView } from '../../../contract/views/people.ts'
import type { PeopleEvent } from '../../../model/event.ts'
import { recoveryDays } from '../../../model/passkey.ts'
import type { Person } from '../../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import { decideErasure, hasOtherAdministrator, wordFor } from '../../../review/erasure.ts'
import { loginKey, type PeopleState } from '../../../review/people.ts'
import { admit, nameOf } from '../../core/lookup.ts'
import type { Workspace } from '../../core/open.ts'
import { allChoices, forgetChoices } from '../../outbox/choices.ts'
import { shortenOutbox } from '../../outbox/shorten.ts'
import { personOf } from '../account-record.ts'
import { accountsOf, forgetAccounts } from '../accounts.ts'
import { actsOf, type FoundBeside } from './acts.ts'
import type { SessionsOf } from './person-data.ts'

/** What was noted at the door is counted up to here. */
const mostNotes = 2_000

/** What would go and what stays if the data of somebody were erased, and how far that is. Reads every journal. */
export async function viewErasure(
  workspace: Workspace,
  actor: Person,
  { person: id }: { readonly person: string },
  sessions: SessionsOf,
): Promise<ErasureView | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const person = people.people.find((one) => one.id === id)
  if (person === undefined) return refuse('person-unknown', { person: id })
  if (person.erased !== undefined) return refuse('person-erased')
  const asked = wordFor(people, id, since(workspace))
  return {
    open: person.active,
    askedBy: asked ? { id: asked.by, name: nameOf(people, asked.by), at: asked.at } : null,
    takesTwo: hasOtherAdministrator(people, actor.id),
    goes: await whatGoes(workspace, person, people, sessions),
    stays: await whatStays(workspace, id),
  }
}

async function whatGoes(
  workspace: Workspace,
  person: Person,
  people: PeopleState,
  sessions: SessionsOf,
): Promise<ErasureView['goes']> {
  const { id } = person
  const account = (await accountsOf(workspace))[id]
  const { held, mails } = (await workspace.outbox.read()).state.notices
  return {
    password: account?.password !== undefined,
    passkeys: account?.passkeys?.length ?? 0,
    tokens: account?.tokens?.length ?? 0,
    link: account?.invitation !== undefined,
    identities: people.identities.filter((identity) => identity.person === id).length,
    choices: (await allChoices(workspace))[id] !== undefined,
    absence: person.away !== undefined,
    sessions: (await sessions(id)).length,
    door: (await workspace.world.access.recent(mostNotes, id)).length,
    notices: held.get(id)?.length ?? 0,
    mails: [...mails.values()].filter((mail) => mail.person === id).length,
  }
}

async function whatStays(workspace: Workspace, id: string): Promise<ErasureView['stays']> {
  const { entries } = await workspace.people.read()
  const record = (await entries()).filter(({ event }) => personOf(event) === id).length
  const beside: FoundBeside = { documents: new Set(), work: [] }
  let acts = 0
  let signatures = 0
  for await (const { type } of actsOf(workspace, id, beside)) {
    acts += 1
    if (type === 'document-signed') signatures += 1
  }
  const published = (await workspace.outlines.all()).filter((one) => one.releases > 0 && beside.documents.has(one.id))
  return {
    record,
    acts,
    documents: beside.documents.size,
    signatures,
    published: published.length,
    work: beside.work.filter(({ until }) => until === null).length,
  }
}

/**
 * Erases the data of somebody whose account is closed, or gives an administrator's word for it where it takes another's. `confirm`
 * is the login as it was typed. What is stored apart from the records goes; the record says that it was done, by whom and when.
 */
export async function erasePerson(
  workspace: Workspace,
  actor: Person,
  { person, confirm }: { readonly person: string; readonly confirm: string },
): Promise<{ readonly erased: boolean } | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const present = people.people.find(({ id }) => id === person)
  const isMeant = present !== undefined && loginKey(present.login) === loginKey(confirm)
  const written = await workspace.people.write(actor.id, ({ state }): readonly PeopleEvent[] | Refusal => {
    const events = decideErasure(state, actor.id, person, since(workspace))
    return isRefusal(events) || isMeant ? events : refuse('erasure-confirm')
  })
  if (isRefusal(written)) return written
  const erased = written.some(({ event }) => event.type === 'person-erased')
  if (erased) await finishErasures(workspace)
  return { erased }
}

/**
 * Removes what is still stored of people whose data was erased: nothing, unless the process was killed meanwhile. The record
 * comes first, so that whatever is killed, the next start goes on.
 */
export async function finishErasures(workspace: Workspace): Promise<void> {
  const { state } = await workspace.people.read()
  const gone = new Set(state.people.filter(({ erased }) => erased !== undefined).map(({ id }) => id))
  if (gone.size === 0) return
  await forgetAccounts(workspace, gone)
  await forgetChoices(workspace, gone)
  await workspace.world.access.forget({ people: gone })
  await shortenOutbox(workspace, { deliveriesSince: null, noticesSince: null, without: gone }, { always: false })
}

function since({ world }: Workspace): string {
  return new Date(Date.parse(world.clock()) - recoveryDays * 24 * 60 * 60 * 1000).toISOString()
}
