import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry, PeopleEvent } from '../model/event.ts'
import { type Role, roles } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { isRefusal } from '../model/refusal.ts'
import type { ProviderSettings } from '../model/sign-in.ts'
import { byProvider, foldPeople, type PeopleState } from './people.ts'
import { decideLink, decideProviderEntry, decideUnlink, holderOf, rolesOfValues, valuesOfClaim } from './provider.ts'

const issuer = 'https://login.example.org'

test('a claim is a text or a list, under its name or along its dots, and nothing of the prototype', () => {
  assert.deepEqual(valuesOfClaim({ roles: ['a', 'b c', 3] }, 'roles'), ['a', 'a', 'b c', 'b', 'c'])
  assert.deepEqual(valuesOfClaim({ roles: 'x y' }, 'roles'), ['x y', 'x', 'y'])
  assert.ok(valuesOfClaim({ realm_access: { roles: ['a'] } }, 'realm_access.roles').includes('a'))
  assert.ok(valuesOfClaim({ 'https://x.example/roles': ['a'] }, 'https://x.example/roles').includes('a'))
  for (const claim of ['constructor.name', '__proto__', 'roles.length', 'toString', '']) {
    assert.deepEqual(valuesOfClaim({ roles: [] }, claim), [], claim)
  }
  assert.deepEqual(valuesOfClaim(null, 'roles'), [])
})

test('values give the roles that are mapped to them, and no value gives another', () => {
  const mapping = { translator: ['w'], reviser: ['r', 'W'], approver: [], terminologist: ['w'], administrator: ['k'] }
  const settings: ProviderSettings = {
    issuer,
    clientId: 'x',
    scope: 'openid',
    claim: 'roles',
    roles: mapping,
    makesAccounts: true,
    label: { zh: '', en: '' },
  }
  assert.deepEqual(rolesOfValues(['w', 'nothing'], settings), ['translator', 'terminologist'])
  assert.deepEqual(rolesOfValues([], settings), [])
})

/** What the provider says, and what the office does between. */
const someRoles = fc.subarray([...roles])
const step = fc.oneof(
  fc.record({ type: fc.constant('enter' as const), subject: fc.nat(3), roles: someRoles, makes: fc.boolean() }),
  fc.record({ type: fc.constant('link' as const), subject: fc.nat(3), person: fc.nat(4) }),
  fc.record({ type: fc.constant('unlink' as const), subject: fc.nat(3), person: fc.nat(4) }),
  fc.record({ type: fc.constant('close' as const), person: fc.nat(4) }),
)

const first: PeopleEvent[] = ['administrator', 'translator'].map((role, at) => ({
  type: 'person-added',
  v: 1,
  person: { id: `p${at}`, login: `p${at}`, name: `P${at}`, roles: [role as Role], active: true },
}))

function grown(state: PeopleState, events: readonly PeopleEvent[], by: string): PeopleState {
  return events.reduce(
    (before, event) => foldPeople([{ sequence: before.sequence + 1, by, event } as Entry<PeopleEvent>], before),
    state,
  )
}

test('whatever the provider says, an identity opens one account, roles are what it says, and one administrator stays', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = grown(foldPeople([]), first, 'system')
      const withPassword = new Set(['p0'])
      const closedHere = new Set<string>()
      for (const [at, one] of steps.entries()) {
        if (one.type === 'close') {
          const id = `p${one.person}`
          if (id === 'p0' || !state.people.some((person) => person.id === id && person.active)) continue
          state = grown(state, [{ type: 'person-deactivated', v: 1, person: id }], 'p0')
          closedHere.add(id)
          continue
        }
        const identity = { issuer, subject: `s${one.subject}` }
        if (one.type !== 'enter') {
          const decided = (one.type === 'link' ? decideLink : decideUnlink)(state, `p${one.person}`, identity)
          if (!isRefusal(decided)) state = grown(state, decided, 'p0')
          continue
        }
        const word = { ...identity, name: 'N', login: 'p1', roles: one.roles }
        const context = { newId: `n${at}`, makesAccounts: one.makes, withPassword }
        const decided = decideProviderEntry(state, word, context)
        assert.ok(!isRefusal(decided))
        state = grown(state, decided, byProvider)
        const person = holderOf(state, identity)
        if (person?.active) {
          assert.ok(one.roles.length > 0 || person.id === 'p0')
          const others = person.roles.filter((role) => !one.roles.includes(role))
          assert.deepEqual(others, person.id === 'p0' && (one.roles.length === 0 || others.length > 0) ? others : [])
        }
        // Once more it says the same: nothing is left to record.
        assert.deepEqual(decideProviderEntry(state, word, context), [])
      }
      const known = state.identities.map(({ subject }) => subject)
      assert.equal(new Set(known).size, known.length)
      const logins = state.people.map(({ login }) => login)
      assert.equal(new Set(logins).size, logins.length)
      for (const person of state.people) if (closedHere.has(person.id)) assert.equal(person.active, false)
      assert.ok(
        state.people.some((person) => withPassword.has(person.id) && person.active && mayDo(person, 'manage-people')),
      )
    }),
    { numRuns: 300 },
  )
})
