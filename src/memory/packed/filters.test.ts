import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createDistance } from '../distance.ts'
import { createCandidateList } from './candidate-list.ts'
import { createPieceChoice } from './pieces.ts'
import { createSignatures, leastEdits, signatureWords } from './signature.ts'

const symbols = fc.array(fc.oneof(fc.nat(3), fc.nat(6000)), { maxLength: 90 }).map((all) => Uint32Array.from(all))

test('signatures never ask for more edits than there are', () => {
  const { write } = createSignatures()
  const both = new Uint32Array(2 * signatureWords)
  const check = (one: Uint32Array, other: Uint32Array) => {
    const [longer, shorter] = one.length > other.length ? [one, other] : [other, one]
    write(longer, 0, longer.length, both, 0)
    write(shorter, 0, shorter.length, both, signatureWords)
    const { distance, release } = createDistance(longer, new Uint32Array(7000))
    const edits = distance(shorter, 0, shorter.length, 200)
    release()
    const least = leastEdits(both, 0, both, signatureWords, longer.length - shorter.length)
    assert.ok(least <= edits, `${least} ${edits}`)
  }
  fc.assert(fc.property(symbols, symbols, check))
  const slips = fc.array(fc.tuple(fc.nat(90), fc.nat(6000)), { maxLength: 8 })
  fc.assert(
    fc.property(symbols, slips, (text, edits) => {
      const altered = [...text]
      for (const [at, symbol] of edits) altered.splice(at, symbol % 2, symbol)
      check(text, Uint32Array.from(altered))
    }),
  )
})

/** The least total of the lengths of `size` places of which no two are neighbours; Infinity if there are not as many. */
function cheapest(lengths: readonly number[], size: number): number {
  if (size === 0) return 0
  if (lengths.length === 0) return Infinity
  const [first = 0, ...rest] = lengths
  return Math.min(first + cheapest(rest.slice(1), size - 1), cheapest(rest, size))
}

test('pieces do not overlap, are as many as there can be, and cost little more than the cheapest as many', () => {
  const choice = createPieceChoice()
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { maxLength: 13 }), fc.nat(9), (all, least) => {
      const places = new Uint32Array(16)
      const size = choice.choose(Uint32Array.from(all), all.length, least, places)
      const chosen = [...places.subarray(0, size)]
      assert.ok(size >= Math.min(least, Math.ceil(all.length / 2)))
      for (const [nth, place] of chosen.entries()) if (nth > 0) assert.ok((chosen[nth - 1] as number) - place > 1)
      const cost = chosen.reduce((sum, place) => sum + (all[place] as number), 0)
      assert.ok(cost <= cheapest(all, size) + 1e-9)
    }),
  )
})

test('candidates come with the best bound first, and of equal bounds the last added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { maxLength: 30 }), (bounds) => {
      const list = createCandidateList(30)
      list.add(7, 7)
      list.clear()
      for (const [text, bound] of bounds.entries()) list.add(text, bound)
      assert.equal(list.sort(), bounds.length)
      const expected = [...bounds.entries()].sort((a, b) => b[1] - a[1] || b[0] - a[0])
      assert.deepEqual(
        expected.map((_, at) => [list.text(at), list.bound(at)]),
        expected,
      )
    }),
  )
})
