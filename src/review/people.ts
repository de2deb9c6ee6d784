import { countLimits } from '../model/count-limits.ts'
import type { Entry, PeopleEvent } from '../model/event.ts'
import type { OfficeSteps } from '../model/office-steps.ts'
import { type Absence, erasedName, type People, type Person, type Role, roles } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { Identity, LinkedIdentity } from '../model/sign-in.ts'
import { refusalOfAbsence } from './assignments.ts'
import { chainStart } from './chain.ts'
import { refusalToAct } from './standing.ts'
import { keptText } from './text.ts'

/** Who stands behind entries that were written because the provider of sign-in said so. */
export const byProvider = 'provider'

export function isSameIdentity(a: Identity, b: Identity): boolean {
  return a.issuer === b.issuer && a.subject === b.subject
}

/** The people and roles that their journal produces, and the end of its chain. */
export interface PeopleState extends People {
  readonly identities: readonly LinkedIdentity[]
  /** The ids of people whom the provider of sign-in closed, and nobody has opened since. */
  readonly closedByProvider: readonly string[]
  /** Who asked that whose passkeys be taken, and when, until a second agrees. */
  readonly recoveries: readonly { readonly person: string; readonly by: string; readonly at: string }[]
  /** Who asked that whose data be erased, and when, until a second agrees or the account is opened again. */
  readonly erasures: readonly { readonly person: string; readonly by: string; readonly at: string }[]
  readonly sequence: number
  readonly head: string
}

const nobody: PeopleState = {
  people: [],
  singlePerson: false,
  identities: [],
  closedByProvider: [],
  recoveries: [],
  erasures: [],
  sequence: chainStart.sequence,
  head: chainStart.hash,
}

/** Folds entries of the people journal, from its beginning or into an earlier state. */
export function foldPeople(entries: readonly Entry<PeopleEvent>[], before: PeopleState = nobody): PeopleState {
  return entries.reduce<PeopleState>(
    (state, entry) => ({
      ...applyPeopleEvent(state, entry.event),
      identities: identitiesAfter(state.identities, entry.event),
      closedByProvider: closedAfter(state.closedByProvider, entry),
      recoveries: recoveriesAfter(state.recoveries, entry),
      erasures: erasuresAfter(state.erasures, entry),
      sequence: entry.sequence,
      head: entry.hash,
    }),
    before,
  )
}

function applyPeopleEvent(state: People, event: PeopleEvent): People {
  const change = (id: string, changes: Partial<Person>): People => ({
    ...state,
    people: state.people.map((person) => (person.id === id ? { ...person, ...changes } : person)),
  })
  switch (event.type) {
    case 'person-added':
      return { ...state, people: [...state.people, event.person] }
    case 'person-renamed':
      return change(event.person, { name: event.name })
    case 'roles-changed':
      return change(event.person, { roles: event.roles })
    case 'person-deactivated':
      return change(event.person, { active: false })
    case 'person-reactivated':
      return change(event.person, { active: true })
    case 'single-person-declared':
      return { ...state, singlePerson: event.on }
    case 'person-erased': {
      const { person: id, number: erased } = event
      const gone: Person = { id, login: '', name: erasedName(erased), roles: [], active: false, erased }
      return { ...state, people: state.people.map((person) => (person.id === id ? gone : person)) }
    }
    case 'absence-set':
      return {
        ...state,
        people: state.people.map((person) => (person.id === event.person ? absent(person, event.away) : person)),
      }
    case 'person-invited':
    case 'password-set':
    case 'token-made':
    case 'token-revoked':
    case 'identity-linked':
    case 'identity-unlinked':
    case 'provider-set':
    case 'passkey-added':
    case 'passkey-removed':
    case 'recovery-asked':
    case 'recovery-agreed':
    case 'data-exported':
    case 'erasure-asked':
    case 'second-factor-set':
      return state
  }
}

function identitiesAfter(before: readonly LinkedIdentity[], event: PeopleEvent): readonly LinkedIdentity[] {
  if (event.type === 'person-erased') return before.filter(({ person }) => person !== event.person)
  if (event.type !== 'identity-linked' && event.type !== 'identity-unlinked') return before
  const { person, issuer, subject } = event
  const others = before.filter((one) => !isSameIdentity(one, event))
  return event.type === 'identity-linked' ? [...others, { person, issuer, subject }] : others
}

function closedAfter(before: readonly string[], { by, event }: Entry<PeopleEvent>): readonly string[] {
  if (event.type !== 'person-deactivated' && event.type !== 'person-reactivated') return before
  const others = before.filter((person) => person !== event.person)
  return event.type === 'person-deactivated' && by === byProvider ? [...others, event.person] : others
}

function absent({ away: _, ...person }: Person, away: Absence | null): Person {
  return away === null ? person : { ...person, away }
}

/** The events of what somebody says of when they are away, or an administrator for them. */
export function decideAbsence(
  state: People,
  { person, away }: { readonly person: string; readonly away: Absence | null },
  actor: Pick<Person, 'id'>,
  { assignedOnly }: Pick<OfficeSteps, 'assignedOnly'>,
): readonly PeopleEvent[] | Refusal {
  const present = state.people.find(({ id }) => id === person)
  if (present === undefined) return refuse('person-unknown', { person })
  if (present.erased !== undefined) return refuse('person-erased')
  const refusal = refusalToAct(state, actor, person === actor.id ? 'read' : 'manage-people')
  if (refusal) return refusal
  const wrong = away === null ? null : refusalOfAbsence(state, person, away)
  if (wrong) return wrong
  // Where work is only for those to whom it is given, nobody makes themselves the one who stands in for them.
  const isGuarded = !state.singlePerson && Object.values(assignedOnly).includes(true)
  if (isGuarded && person !== actor.id && away !== null && comesTo(state, away, actor.id)) {
    return refuse('stand-in-self', { name: present.name })
  }
  const isSame = JSON.stringify(present.away ?? null) === JSON.stringify(away)
  return isSame ? [] : [{ type: 'absence-set', v: 1, person, away }]
}

/** Whether somebody's work may come to a person by this absence, on whichever day, by way of others who are away too. */
function comesTo({ people }: People, { standIn }: Absence, person: string): boolean {
  const seen = new Set<string>()
  for (let next = standIn; next !== null && !seen.has(next); ) {
    if (next === person) return true
    seen.add(next)
    next = people.find(({ id }) => id === next)?.away?.standIn ?? null
  }
  return false
}

function recoveriesAfter(
  before: PeopleState['recoveries'],
  { at, by, event }: Entry<PeopleEvent>,
): PeopleState['recoveries'] {
  if (event.type !== 'recovery-asked' && event.type !== 'recovery-agreed') return before
  const { person } = event
  const others = before.filter((one) => one.person !== person)
  return event.type === 'recovery-asked' ? [...others, { person, by, at }] : others
}

function erasuresAfter(
  before: PeopleState['erasures'],
  { at, by, event }: Entry<PeopleEvent>,
): PeopleState['erasures'] {
  switch (event.type) {
    case 'erasure-asked':
      return [...before.filter(({ person }) => person !== event.person), { person: event.person, by, at }]
    case 'person-erased':
    case 'person-reactivated':
      return before.filter(({ person }) => person !== event.person)
    default:
      return before
  }
}

/** A person who gets an account. The id is new. */
export interface NewPerson {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
}

export type PeopleCommand =
  | { readonly type: 'add'; readonly person: NewPerson }
  | {
      readonly type: 'change'
      readonly person: string
      readonly name: string
      readonly roles: readonly Role[]
      readonly active: boolean
    }
  | { readonly type: 'declare-single-person'; readonly on: boolean }

/** The events of an administrator's command on the record of people. */
export function decidePeople(
  state: People,
  command: PeopleCommand,
  actor: Pick<Person, 'id'>,
): readonly PeopleEvent[] | Refusal {
  const refusal = refusalToAct(state, actor, 'manage-people')
  if (refusal) return refusal
  switch (command.type) {
    case 'add':
      return added(state, command.person)
    case 'change':
      return changed(state, command)
    case 'declare-single-person':
      return state.singlePerson === command.on ? [] : [{ type: 'single-person-declared', v: 1, on: command.on }]
  }
}

/** Events that add the first people of a workspace, by the programme itself; none if there are people already. */
export function firstPeople(state: People, people: readonly NewPerson[]): readonly PeopleEvent[] {
  return state.people.length > 0 ? [] : people.map((person) => addition(person))
}

function added(state: People, person: NewPerson): readonly PeopleEvent[] | Refusal {
  const addedEvent = addition(person)
  const { login, name } = addedEvent.person
  if (login === '' || name === '') return refuse('bad-request', { place: login === '' ? 'login' : 'name' })
  if (state.people.some((other) => loginKey(other.login) === loginKey(login))) return refuse('login-taken', { login })
  const most = countLimits.people
  if (state.people.length >= most) return refuse('people-too-many', { most: String(most) })
  return [addedEvent]
}

/** The event that adds somebody. */
export function addition(person: NewPerson) {
  return {
    type: 'person-added',
    v: 1,
    person: {
      id: person.id,
      login: keptName(person.login),
      name: keptName(person.name),
      roles: inOrder(person.roles),
      active: true,
    },
  } as const
}

function changed(
  state: People,
  command: Extract<PeopleCommand, { readonly type: 'change' }>,
): readonly PeopleEvent[] | Refusal {
  const person = state.people.find(({ id }) => id === command.person)
  if (person === undefined) return refuse('person-unknown', { person: command.person })
  if (person.erased !== undefined) return refuse('person-erased')
  const name = keptName(command.name)
  if (name === '') return refuse('bad-request', { place: 'name' })
  const rolesNow = inOrder(command.roles)
  const administers = command.active && mayDo({ roles: rolesNow }, 'manage-people')
  const othersAdminister = state.people.some(
    (other) => other.id !== person.id && other.active && mayDo(other, 'manage-people'),
  )
  if (!administers && !othersAdminister) return refuse('last-administrator', { name: person.name })
  const events: PeopleEvent[] = []
  if (name !== person.name) events.push({ type: 'person-renamed', v: 1, person: person.id, name })
  if (rolesNow.join() !== inOrder(person.roles).join()) {
    events.push({ type: 'roles-changed', v: 1, person: person.id, roles: rolesNow })
  }
  if (command.active !== person.active) {
    events.push({ type: command.active ? 'person-reactivated' : 'person-deactivated', v: 1, person: person.id })
  }
  return events
}

/** A name as it is stored: on one line, without characters that reorder the text around it (Unicode Bidi controls). */
function keptName(name: string): string {
  return keptText(name.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' '))
}

/** Logins that people would read as the same have the same key: width, case and outer spaces make no difference. */
export function loginKey(login: string): string {
  return login.trim().normalize('NFKC').toLowerCase()
}

/** Roles in the order in which they are stored. */
export function inOrder(some: readonly Role[]): readonly Role[] {
  return roles.filter((role) => some.includes(role))
}
