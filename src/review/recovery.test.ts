import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PeopleEvent } from '../model/event.ts'
import { stepAfterPassword } from '../model/passkey.ts'
import { isRefusal } from '../model/refusal.ts'
import { addition, foldPeople, type PeopleState } from './people.ts'
import { decideRecovery } from './recovery.ts'

const ids = ['a', 'b', 'c', 'd'] as const
const person = (id: string) => addition({ id, login: id, name: id, roles: ['administrator'] })

/** Folds what somebody did at an instant into a state. */
function after(state: PeopleState | undefined, by: string, day: number, events: readonly PeopleEvent[]): PeopleState {
  const at = `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`
  const entries = events.map((event, index) => ({
    sequence: (state?.sequence ?? 0) + index + 1,
    at,
    by,
    event,
    previous: '',
    hash: '',
  }))
  return foldPeople(entries, state)
}

test('passkeys are taken by two different administrators within the days, neither of them the person', () => {
  const step = fc.record({
    by: fc.constantFrom(...ids),
    of: fc.constantFrom(...ids),
    days: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 9 }), (steps) => {
      let state = after(undefined, 'system', 1, ids.map(person))
      let day = 1
      const asked: { by: string; of: string; day: number }[] = []
      for (const { by, of, days } of steps) {
        day += days
        const since = `2026-01-${String(Math.max(day - 4, 1)).padStart(2, '0')}T00:00:00.000Z`
        const events = decideRecovery(state, by, of, since)
        if (isRefusal(events)) continue
        assert.notEqual(by, of)
        if (events[0]?.type === 'recovery-agreed') {
          assert.ok(asked.some((one) => one.of === of && one.by !== by && one.day > day - 4))
        } else asked.push({ by, of, day })
        state = after(state, by, day, events)
      }
    }),
  )
})

test('the word of somebody who administers no more counts for nothing', () => {
  let state = after(undefined, 'system', 1, ids.map(person))
  state = after(state, 'a', 2, [{ type: 'recovery-asked', v: 1, person: 'd' }])
  const since = '2026-01-01T12:00:00.000Z'
  assert.deepEqual(decideRecovery(state, 'b', 'd', since), [{ type: 'recovery-agreed', v: 1, person: 'd' }])
  state = after(state, 'b', 2, [{ type: 'roles-changed', v: 1, person: 'a', roles: ['translator'] }])
  assert.deepEqual(decideRecovery(state, 'b', 'd', since), [{ type: 'recovery-asked', v: 1, person: 'd' }])
  const refused = decideRecovery(state, 'a', 'd', since)
  assert.equal(isRefusal(refused) && refused.code, 'role-missing')
})

test('a second step follows from the policy, the roles and the passkeys', () => {
  const approver = { roles: ['approver'] } as const
  const required = { when: 'required', roles: ['approver'] } as const
  assert.equal(stepAfterPassword({ when: 'off', roles: [] }, approver, true), null)
  assert.equal(stepAfterPassword({ when: 'held', roles: [] }, approver, true), 'passkey')
  assert.equal(stepAfterPassword({ when: 'held', roles: ['approver'] }, approver, false), null)
  assert.equal(stepAfterPassword(required, approver, false), 'enrol')
  assert.equal(stepAfterPassword(required, { roles: ['translator'] }, false), null)
  assert.equal(stepAfterPassword(required, { roles: ['translator'] }, true), 'passkey')
})
