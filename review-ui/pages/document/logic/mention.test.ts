import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mentionAt, mentionedIn, offeredPeople, withMention } from './mention.ts'

const people = [
  { id: 'a', name: 'Li Wei' },
  { id: 'b', name: 'Li Wei Ming' },
  { id: 'c', name: '王芳' },
  { id: 'd', name: '王芳' },
]

test('somebody is being named from an @ to the cursor, unless it is part of an address', () => {
  assert.deepEqual(mentionAt('See @Li W', 9), { from: 4, query: 'Li W' })
  assert.deepEqual(mentionAt('请@王', 3), { from: 1, query: '王' })
  assert.equal(mentionAt('a@b', 3), null)
  assert.equal(mentionAt('@Li, see', 8), null)
  assert.equal(mentionAt('nobody', 6), null)
})

test('names that begin so are offered first', () => {
  assert.deepEqual(
    offeredPeople('wei', people).map(({ id }) => id),
    ['a', 'b'],
  )
  assert.deepEqual(
    offeredPeople('王', people).map(({ id }) => id),
    ['c', 'd'],
  )
  assert.equal(offeredPeople('', people).length, 4)
})

test('the longest name is the one that is meant, and of two with one name the chosen', () => {
  assert.deepEqual(mentionedIn('@Li Wei Ming please', people, []), ['b'])
  assert.deepEqual(mentionedIn('@Li Wei, please', people, []), ['a'])
  assert.deepEqual(mentionedIn('@王芳请看', people, ['d']), ['d'])
  assert.deepEqual(mentionedIn('@王芳请看', people, []), ['c', 'd'])
  assert.deepEqual(mentionedIn('Li Wei', people, ['a']), [])
})

test('whoever is put in is named', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom(...people.slice(0, 3)), (before, after, person) => {
      const typed = `${before} @`
      const put = withMention(typed + after, { from: typed.length - 1, caret: typed.length }, person)
      assert.ok(put.text.startsWith(`${before} @${person.name} `))
      assert.ok(put.caret > typed.length)
    }),
  )
})
