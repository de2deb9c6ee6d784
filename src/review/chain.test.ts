import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../model/event.ts'
import { comment, entriesAfter, sha256 } from '../stores/conformance.ts'
import { canonicalJson } from './canonical.ts'
import { chain, chainStart, verifyChain } from './chain.ts'

const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 5 })

test('a chain is whole, and every entry takes up the one before', () => {
  fc.assert(
    fc.property(words, (texts) => {
      const entries = chain(chainStart, texts.map(comment), {
        at: '2026-03-01T08:00:00.000Z',
        by: 'p1',
        digest: sha256,
      })
      assert.deepEqual(verifyChain(entries, sha256), { type: 'whole' })
      assert.deepEqual(
        entries.map(({ sequence }) => sequence),
        texts.map((_text, index) => index + 1),
      )
      entries.forEach((entry, index) => {
        assert.equal(entry.previous, entries[index - 1]?.hash ?? '')
      })
      const more = chain(entries.at(-1) ?? chainStart, [comment('more')], { at: 'later', by: 'p2', digest: sha256 })
      assert.deepEqual(verifyChain([...entries, ...more], sha256), { type: 'whole' })
    }),
  )
})

/** The paths to all strings, numbers and member names in a JSON value. */
function alterations(entry: Entry): readonly Entry[] {
  const json = canonicalJson(entry)
  const altered: Entry[] = []
  for (let at = 0; at < json.length; at++) {
    const flipped = json.slice(0, at) + String.fromCharCode(json.charCodeAt(at) ^ 1) + json.slice(at + 1)
    try {
      const parsed: unknown = JSON.parse(flipped)
      if (typeof parsed === 'object' && parsed !== null) altered.push(parsed as Entry)
    } catch {
      // No JSON any more: a store finds that on opening.
    }
  }
  return altered
}

test('a flipped character in any member of any entry is found and named by its place', () => {
  fc.assert(
    fc.property(words, (texts) => {
      const entries = entriesAfter(undefined, texts)
      for (const [index, entry] of entries.entries()) {
        for (const altered of alterations(entry)) {
          const verdict = verifyChain(entries.with(index, altered), sha256)
          assert.equal(verdict.type, 'broken', JSON.stringify(altered))
          assert.equal(verdict.type === 'broken' && verdict.sequence, index + 1)
        }
      }
    }),
    { numRuns: 10 },
  )
})

test('an entry taken out, put twice, swapped or slipped in with a right hash is found', () => {
  const entries = entriesAfter(undefined, ['one', 'two', 'three', 'four'])
  const [one, two, three, four] = entries as [Entry, Entry, Entry, Entry]
  const forged = entriesAfter(one, ['another two'])[0] as Entry
  assert.deepEqual(verifyChain([one, three, four], sha256), { type: 'broken', sequence: 2, reason: 'order' })
  assert.deepEqual(verifyChain([two, three, four], sha256), { type: 'broken', sequence: 1, reason: 'order' })
  assert.deepEqual(verifyChain([one, one, two], sha256), { type: 'broken', sequence: 2, reason: 'order' })
  assert.deepEqual(verifyChain([one, three, two, four], sha256), { type: 'broken', sequence: 2, reason: 'order' })
  assert.deepEqual(verifyChain([one, forged, three, four], sha256), { type: 'broken', sequence: 3, reason: 'order' })
  assert.deepEqual(verifyChain([one, { ...two, more: 1 } as Entry], sha256), {
    type: 'broken',
    sequence: 2,
    reason: 'hash',
  })
})
