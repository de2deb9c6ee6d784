import assert from 'node:assert/strict'
import { test } from 'node:test'
import { membersOf, nameIn, namesOf, tableOf } from './names.ts'

test('a table has its names in order, and a value for each', () => {
  assert.deepEqual(namesOf({ b: 1, a: 2 }), ['b', 'a'])
  assert.deepEqual(
    tableOf(['one', 'three'], (name) => name.length),
    { one: 3, three: 5 },
  )
})

test('a name is among those offered, or a fault says which were', () => {
  assert.equal(nameIn(['', 'noun'], ''), '')
  assert.throws(() => nameIn(['noun', 'verb'], 'toString'), { message: 'toString is none of noun, verb' })
})

test('a value from outside has members if it is an object', () => {
  assert.equal(membersOf(new Error('broken')).message, 'broken')
  for (const value of [undefined, null, 'text', 1, true]) assert.deepEqual(membersOf(value), {})
})
