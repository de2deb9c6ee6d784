import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf, choiceIn, hoursOf, monthsToChoose, queryOf, withMonth } from './logic.ts'

test('the address of a table says what it is of, and nothing that is usual', () => {
  const choice = choiceIn('from=2026-01&to=2026-13&by=engine,month,nothing&whose=me')
  assert.deepEqual(choice, { from: '2026-01', to: '', by: ['month', 'engine'], whose: 'me' })
  assert.equal(queryOf(choice), '?from=2026-01&whose=me&by=month%2Cengine')
  assert.deepEqual(choiceIn(queryOf(choice)), choice)
  assert.equal(queryOf(choiceIn('')), '')
  assert.deepEqual(askedOf(choiceIn('')), { by: 'month' })
  const none = choiceIn('by=')
  assert.deepEqual(none.by, [])
  assert.deepEqual(choiceIn(queryOf(none)), none)
})

test('months to choose are the last five years and those that are chosen', () => {
  const months = monthsToChoose('2026-03', ['2019-07', '2026-02'])
  assert.deepEqual([months.length, months[0], months.at(-2), months.at(-1)], [61, '2026-03', '2021-04', '2019-07'])
  const shown = { from: '2026-01', to: '2026-03' }
  assert.deepEqual(withMonth(shown, 'from', '2026-05'), { from: '2026-05', to: '2026-05' })
  assert.deepEqual(withMonth(shown, 'to', '2025-05'), { from: '2025-05', to: '2025-05' })
  assert.deepEqual(withMonth(shown, 'to', '2026-02'), { from: '2026-01', to: '2026-02' })
})

test('time is told in hours and minutes', () => {
  assert.deepEqual(hoursOf(0), { hours: 0, minutes: 0 })
  assert.deepEqual(hoursOf(59.7 * 60_000), { hours: 1, minutes: 0 })
  assert.deepEqual(hoursOf(200 * 60_000), { hours: 3, minutes: 20 })
})
