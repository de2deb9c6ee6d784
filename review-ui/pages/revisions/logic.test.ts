import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf, choiceIn, queryOf } from './logic.ts'

test('the address of a report says what it is of, and nothing else', () => {
  const choice = choiceIn('by=p1&from=2026-03-01&to=2026-99-99')
  assert.deepEqual(choice, { by: 'p1', from: '2026-03-01', to: '' })
  assert.equal(queryOf(choice), '?by=p1&from=2026-03-01')
  assert.equal(queryOf(choiceIn('')), '')
})

test('a day is asked for whole, from its first instant to its last', () => {
  const { from = '', to = '' } = askedOf({ by: '', from: '2026-03-01', to: '2026-03-01' })
  assert.equal(Date.parse(to) - Date.parse(from), 24 * 60 * 60 * 1000 - 1)
  assert.deepEqual(askedOf({ by: '', from: '', to: '' }), {})
})
