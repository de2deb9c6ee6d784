import type { Person } from '../../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import type { PeopleState } from '../../../review/people.ts'
import { activePerson, admit, nameOf } from '../../core/lookup.ts'
import type { Workspace } from '../../core/open.ts'
import type { OutgoingFile } from '../../documents/own-shape.ts'
import { allChoices } from '../../outbox/choices.ts'
import { personOf } from '../account-record.ts'
import { accountsOf, recordAccount } from '../accounts.ts'
import { actsOf, type FoundBeside } from './acts.ts'
import { type JsonMember, writeJson } from './json-file.ts'

/** A session that is open, as the server keeps it: since when, until when without use, and who vouched for it. */
export interface HeldSession {
  readonly since: string | null
  readonly until: string
  readonly by: 'person' | 'provider' | 'proxy'
}

/** Reads the open sessions of a person: the workspace knows none. */
export type SessionsOf = (person: string) => Promise<readonly HeldSession[]>

/** Goes up when what programs read of the file has changed. */
const version = 1

/** Bytes of such a file: 64 MiB, some 200,000 acts. */
const mostPersonData = 64 * 2 ** 20

/** What was noted at the door, the newest of it. */
const mostNotes = 2_000

interface Doors {
  readonly sessions: SessionsOf
  readonly most?: number
}

/** Everything that the workspace has about the actor and of what they did, as one file. Refuses `person-data-large` and `export-busy`. */
export async function exportOwnData(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  doors: Doors,
): Promise<OutgoingFile | Refusal> {
  const person = await activePerson(workspace, actor.id)
  return person === null
    ? refuse('not-signed-in')
    : oneAtATime(workspace, actor.id, () => personData(workspace, person, doors))
}

/** The same of anybody, for administrators. That they took it is an entry of the people's record. */
export async function exportPersonData(
  workspace: Workspace,
  actor: Person,
  { person: id }: { readonly person: string },
  doors: Doors,
): Promise<OutgoingFile | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const person = people.people.find((one) => one.id === id)
  if (person === undefined) return refuse('person-unknown', { person: id })
  if (person.erased !== undefined) return refuse('person-erased')
  return oneAtATime(workspace, actor.id, async () => {
    const refused =
      id === actor.id ? null : await recordAccount(workspace, actor.id, { type: 'data-exported', v: 1, person: id })
    return refused ?? personData(workspace, person, doors)
  })
}

/** Who waits for such a file. */
const waiting = new WeakMap<Workspace['turns'], Set<string>>()

/** Whoever asks again before theirs is written is refused: each file reads every journal, and others wait for it. */
async function oneAtATime<T>({ turns }: Workspace, actor: string, write: () => Promise<T>): Promise<T | Refusal> {
  const people = waiting.get(turns) ?? new Set()
  waiting.set(turns, people)
  if (people.has(actor)) return refuse('export-busy')
  people.add(actor)
  try {
    return await write()
  } finally {
    people.delete(actor)
  }
}

/** One at a time: each reads every journal. */
function personData(workspace: Workspace, person: Person, { sessions, most = mostPersonData }: Doors) {
  return workspace.turns.take('person-data', async (): Promise<OutgoingFile | Refusal> => {
    const { state } = await workspace.people.read()
    const open = await sessions(person.id)
    const content = await writeJson(await membersOf(workspace, person, state, open), most, workspace.world.pause)
    if (content === null) return refuse('person-data-large', { megabytes: String(most / 2 ** 20) })
    return { filename: `person-${person.id}.json`, mediaType: 'application/json', content }
  })
}

async function membersOf(
  workspace: Workspace,
  person: Person,
  people: PeopleState,
  sessions: readonly HeldSession[],
): Promise<readonly JsonMember[]> {
  const { world } = workspace
  const { id } = person
  const account = (await accountsOf(workspace))[id]
  const { notices } = (await workspace.outbox.read()).state
  const mine = ({ person }: { readonly person: string }) => person === id
  const beside: FoundBeside = { documents: new Set(), work: [] }
  return [
    { name: 'format', value: 'duizhao-person' },
    { name: 'version', value: version },
    { name: 'madeAt', value: world.clock() },
    { name: 'account', value: { ...person, hasPassword: account?.password !== undefined } },
    { name: 'record', list: recordOf(workspace, id, people) },
    { name: 'identities', value: people.identities.filter(mine).map(({ issuer, subject }) => ({ issuer, subject })) },
    {
      name: 'passkeys',
      value: (account?.passkeys ?? []).map(({ name, madeAt, publicKey }) => ({ name, madeAt, publicKey })),
    },
    { name: 'tokens', value: (account?.tokens ?? []).map(({ hash: _, ...token }) => token) },
    { name: 'invitedUntil', value: account?.invitation?.expires ?? null },
    { name: 'sessions', value: sessions },
    { name: 'door', value: (await world.access.recent(mostNotes, id)).map(({ person: _, ...note }) => note) },
    { name: 'choices', value: (await allChoices(workspace))[id] ?? null },
    { name: 'notices', value: notices.held.get(id) ?? [] },
    {
      name: 'mails',
      value: [...notices.sent, ...notices.mails.values()].filter(mine).map(({ person: _, ...mail }) => mail),
    },
    { name: 'acts', list: actsOf(workspace, id, beside) },
    { name: 'assignments', list: afterwards(() => beside.work) },
    { name: 'documents', list: documentsOf(workspace, beside) },
  ]
}

/** What happened to the account: what stands on their page of the record, with all that is known of it. */
async function* recordOf(workspace: Workspace, id: string, people: PeopleState): AsyncGenerator<unknown> {
  const { entries } = await workspace.people.read()
  for (const { at, by, event } of await entries()) {
    if (personOf(event) !== id) continue
    const { type: act, v: _, ...rest } = event
    yield { at, by: nameOf(people, by), act, ...rest }
  }
}

async function* afterwards<T>(list: () => readonly T[]): AsyncGenerator<T> {
  yield* list()
}

async function* documentsOf(workspace: Workspace, { documents }: FoundBeside): AsyncGenerator<unknown> {
  const outlines = new Map((await workspace.outlines.all()).map((outline) => [outline.id, outline]))
  for (const id of documents) {
    const outline = outlines.get(id)
    yield { id, title: outline?.title ?? null, deleted: outline?.deleted ?? false }
  }
}
