import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countLimits } from '../model/count-limits.ts'
import type { PeopleEvent } from '../model/event.ts'
import { isRefusal } from '../model/refusal.ts'
import { sha256 } from '../stores/conformance.ts'
import { chain, chainStart } from './chain.ts'
import { decidePeople, firstPeople, foldPeople, type PeopleCommand, type PeopleState } from './people.ts'

const start = firstPeople(foldPeople([]), [
  { id: 'p1', login: 'root', name: 'Root', roles: ['administrator'] },
  { id: 'p2', login: 'ann', name: 'Ann', roles: ['translator'] },
])

function after(events: readonly PeopleEvent[], before?: PeopleState): PeopleState {
  const end = before ? { sequence: before.sequence, hash: before.head } : chainStart
  return foldPeople(chain(end, events, { at: '2026-03-01T08:00:00.000Z', by: 'p1', digest: sha256 }), before)
}

function code(state: PeopleState, command: PeopleCommand, actor = 'p1'): string | readonly string[] {
  const answer = decidePeople(state, command, { id: actor })
  return isRefusal(answer) ? answer.code : answer.map(({ type }) => type)
}

const add = (login: string, name = 'Somebody'): PeopleCommand => ({
  type: 'add',
  person: { id: 'p9', login, name, roles: ['reviser', 'translator'] },
})
const change = (changes: Partial<Extract<PeopleCommand, { type: 'change' }>>): PeopleCommand => ({
  type: 'change',
  person: 'p1',
  name: 'Root',
  roles: ['administrator'],
  active: true,
  ...changes,
})

test('the programme adds the first people and never again', () => {
  const state = after(start)
  assert.deepEqual(
    state.people.map(({ id }) => id),
    ['p1', 'p2'],
  )
  assert.equal(state.sequence, 2)
  assert.deepEqual(firstPeople(state, [{ id: 'p3', login: 'x', name: 'X', roles: ['administrator'] }]), [])
})

test('people are the administrator’s to change', () => {
  const state = after(start)
  for (const command of [add('eve'), change({}), { type: 'declare-single-person', on: true } as const]) {
    assert.equal(code(state, command, 'p2'), 'role-missing')
    assert.equal(code(state, command, 'nobody'), 'person-unknown')
  }
})

test('a login is taken however it is written', () => {
  const state = after(start)
  for (const login of ['ann', 'ANN', ' Ann ', 'ａｎｎ']) assert.equal(code(state, add(login)), 'login-taken')
  assert.deepEqual(code(state, add('bob')), ['person-added'])
  assert.equal(code(state, add(' ')), 'bad-request')
  assert.equal(code(state, add('bob', '  ')), 'bad-request')
})

test('a name is one line and turns no text around', () => {
  const answer = decidePeople(after(start), add('\u202eeve', ' Eve\u202e\n\ud800 '), { id: 'p1' })
  const [event] = isRefusal(answer) ? [] : answer
  assert.ok(event?.type === 'person-added')
  assert.deepEqual([event.person.login, event.person.name], ['eve', 'Eve \ufffd'])
})

test('the last administrator stays one', () => {
  const state = after(start)
  assert.equal(code(state, change({ roles: ['translator'] })), 'last-administrator')
  assert.equal(code(state, change({ active: false })), 'last-administrator')
  const two = after([{ type: 'roles-changed', v: 1, person: 'p2', roles: ['administrator'] }], state)
  assert.deepEqual(code(two, change({ active: false })), ['person-deactivated'])
  const idle = after([{ type: 'person-deactivated', v: 1, person: 'p2' }], two)
  assert.equal(code(idle, change({ active: false })), 'last-administrator')
})

test('a change makes one event for each thing that differs, and folds to what was asked', () => {
  const state = after(start)
  assert.deepEqual(code(state, change({})), [])
  assert.equal(code(state, change({ name: ' ' })), 'bad-request')
  assert.equal(code(state, change({ person: 'p7' })), 'person-unknown')
  const events = decidePeople(
    state,
    change({ person: 'p2', name: 'Anna', roles: ['approver', 'translator'], active: false }),
    { id: 'p1' },
  )
  assert.ok(!isRefusal(events))
  assert.deepEqual(after(events, state).people[1], {
    id: 'p2',
    login: 'ann',
    name: 'Anna',
    roles: ['translator', 'approver'],
    active: false,
  })
})

test('a workspace declares itself single-person, and takes it back', () => {
  const state = after(start)
  assert.deepEqual(code(state, { type: 'declare-single-person', on: false }), [])
  const single = after([{ type: 'single-person-declared', v: 1, on: true }], state)
  assert.equal(single.singlePerson, true)
  assert.deepEqual(code(single, { type: 'declare-single-person', on: false }), ['single-person-declared'])
})

test('a workspace has so many people and no more', () => {
  const people = Array.from({ length: countLimits.people }, (_, at) => ({
    id: `p${at + 1}`,
    login: `n${at}`,
    name: `N${at}`,
    roles: ['administrator' as const],
  }))
  assert.equal(code(after(firstPeople(foldPeople([]), people)), add('late')), 'people-too-many')
})
