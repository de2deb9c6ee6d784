import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { postEdits } from './post-edit.ts'

const edited = (engine: string, person: string, draft: string, final: string) => {
  return { engine, document: 'd1', person, draft, final }
}

test('edits are counted by engine, document and person', () => {
  const { total, by } = postEdits([
    edited('google', 'Li', 'The road is done.', 'The road is done.'),
    edited('google', 'Wu', 'abcd', 'abXd'),
    edited('offline', 'Wu', 'aaaa', 'bbbb'),
  ])
  assert.deepEqual(total, { segments: 3, unchanged: 1, edits: 5, characters: 25, distance: 20 })
  assert.deepEqual(
    by.engine.map(({ name, distance }) => [name, distance]),
    [
      ['google', 4.8],
      ['offline', 100],
    ],
  )
  assert.deepEqual(
    by.person.map(({ name, segments, unchanged }) => [name, segments, unchanged]),
    [
      ['Li', 1, 1],
      ['Wu', 2, 0],
    ],
  )
  assert.deepEqual(
    by.document.map(({ name, edits }) => [name, edits]),
    [['d1', 5]],
  )
  assert.equal(postEdits([]).total.distance, 0)
})

test('the distance is between 0 for the same words and 100, and the groups add up to the total', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '𠮷'), maxLength: 40 })
  const draft = fc.record({
    engine: fc.constantFrom('x', 'y'),
    document: fc.constantFrom('d', 'e'),
    person: fc.constantFrom('p', 'q'),
    draft: text,
    final: text,
  })
  fc.assert(
    fc.property(fc.array(draft), (drafts) => {
      const { total, by } = postEdits(drafts)
      assert.ok(total.distance >= 0 && total.distance <= 100)
      assert.equal(total.unchanged, drafts.filter((one) => one.draft === one.final).length)
      for (const groups of Object.values(by)) {
        assert.equal(
          groups.reduce((sum, { edits }) => sum + edits, 0),
          total.edits,
        )
      }
    }),
  )
})
