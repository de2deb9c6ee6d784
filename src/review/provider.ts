import { countLimits } from '../model/count-limits.ts'
import type { PeopleEvent } from '../model/event.ts'
import { membersOf } from '../model/names.ts'
import { type Person, type Role, roles } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { Identity, ProviderSettings, ProviderWord } from '../model/sign-in.ts'
import { addition, inOrder, isSameIdentity, loginKey, type PeopleState } from './people.ts'

/**
 * The values of a claim: a text or a list of texts, under its whole name or, where there is none, along its dots. Texts of
 * several words, as `scope` has them, are their words as well.
 */
export function valuesOfClaim(claims: unknown, claim: string): readonly string[] {
  const members = membersOf(claims)
  const value = Object.hasOwn(members, claim)
    ? members[claim]
    : claim.split('.').reduce<unknown>((inner, name) => own(inner, name), claims)
  const values = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string').flatMap((one) => [one, ...one.split(/\s+/)])
}

function own(value: unknown, name: string): unknown {
  const members = membersOf(value)
  return Object.hasOwn(members, name) ? members[name] : undefined
}

/** The roles that the values of a claim give. Values are compared as they stand. */
export function rolesOfValues(values: readonly string[], { roles: mapping }: ProviderSettings): readonly Role[] {
  return roles.filter((role) => mapping[role].some((value) => values.includes(value)))
}

/** Whose account an identity opens; undefined for nobody's. */
export function holderOf(state: PeopleState, identity: Identity): Person | undefined {
  const linked = state.identities.find((one) => isSameIdentity(one, identity))
  return linked && state.people.find(({ id }) => id === linked.person)
}

export interface EntryContext {
  /** For an account that is made. */
  readonly newId: string
  readonly makesAccounts: boolean
  /** The ids of people who can sign in without the provider. */
  readonly withPassword: ReadonlySet<string>
}

/**
 * What follows from somebody's sign-in at the provider: their roles are those of its claim. Whoever has none there is
 * deactivated, and comes back with a role, unless an administrator closed the account. The last administrator who can sign
 * in without the provider keeps that role, so that nobody can be locked out from there.
 */
export function decideProviderEntry(
  state: PeopleState,
  word: ProviderWord,
  { newId, makesAccounts, withPassword }: EntryContext,
): readonly PeopleEvent[] | Refusal {
  const person = holderOf(state, word)
  if (person === undefined) {
    return makesAccounts && word.roles.length > 0 ? madeAccount(state, word, newId) : []
  }
  if (!person.active && !state.closedByProvider.includes(person.id)) return []
  const stays = isLastLocalAdministrator(state, person, withPassword)
  if (word.roles.length === 0) {
    return person.active && !stays ? [{ type: 'person-deactivated', v: 1, person: person.id }] : []
  }
  const held = inOrder(stays ? ['administrator', ...word.roles] : word.roles)
  return [
    ...(person.active ? [] : [{ type: 'person-reactivated', v: 1, person: person.id } as const]),
    ...(held.join() === inOrder(person.roles).join()
      ? []
      : [{ type: 'roles-changed', v: 1, person: person.id, roles: held } as const]),
  ]
}

function madeAccount(state: PeopleState, word: ProviderWord, id: string): readonly PeopleEvent[] | Refusal {
  const most = countLimits.people
  if (state.people.length >= most) return refuse('people-too-many', { most: String(most) })
  const { issuer, subject, name, roles: held } = word
  const person = addition({
    id,
    name: name.slice(0, 200),
    login: freeLogin(state, word.login.slice(0, 200)),
    roles: held,
  })
  return [person, { type: 'identity-linked', v: 1, person: id, issuer, subject }]
}

/** The login, or with a number where somebody has it: what a provider says opens no account that is there already. */
function freeLogin({ people }: PeopleState, login: string): string {
  const taken = new Set(people.map((person) => loginKey(person.login)))
  let free = login
  for (let number = 2; taken.has(loginKey(free)); number += 1) free = `${login}-${number}`
  return free
}

function isLastLocalAdministrator({ people }: PeopleState, person: Person, withPassword: ReadonlySet<string>): boolean {
  const isOne = (one: Person) => one.active && mayDo(one, 'manage-people') && withPassword.has(one.id)
  return isOne(person) && !people.some((other) => other.id !== person.id && isOne(other))
}

/** Links an identity to somebody's account. Refuses one that opens another. */
export function decideLink(state: PeopleState, person: string, identity: Identity): readonly PeopleEvent[] | Refusal {
  const present = state.people.find(({ id }) => id === person)
  if (present === undefined) return refuse('person-unknown', { person })
  if (present.erased !== undefined) return refuse('person-erased')
  const holder = holderOf(state, identity)
  if (holder !== undefined) return holder.id === person ? [] : refuse('identity-taken', { name: holder.name })
  const { issuer, subject } = identity
  return [{ type: 'identity-linked', v: 1, person, issuer, subject }]
}

/** Takes an identity from somebody's account. */
export function decideUnlink(state: PeopleState, person: string, identity: Identity): readonly PeopleEvent[] | Refusal {
  if (holderOf(state, identity)?.id !== person) return refuse('identity-unknown')
  const { issuer, subject } = identity
  return [{ type: 'identity-unlinked', v: 1, person, issuer, subject }]
}
