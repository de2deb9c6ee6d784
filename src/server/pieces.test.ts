import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createAssembly, type Piece, piecesOf } from './pieces.ts'

function sent(pieces: Iterable<Piece>): unknown {
  const assembly = createAssembly()
  for (const piece of pieces) assembly.take(structuredClone(piece))
  return assembly.value()
}

test('what is sent in pieces arrives as it was', () => {
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, undefined, true, 1.5, '', 'text', '__proto__'),
      fc.array(tie('value')),
      fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
      fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('value'), { noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(tree, fc.integer({ min: 1, max: 20 }), (value, most) => {
      assert.deepStrictEqual(sent(piecesOf(value, most)), structuredClone(value))
    }),
  )
})

test('no piece is large, whichever container the values are in', () => {
  const items = Array.from({ length: 1_000 }, (_, index) => ({ id: `s${index}`, texts: ['甲', '乙'] }))
  const byId = items.map((item) => [item.id, item] as const)
  for (const value of [items, new Map(byId), Object.fromEntries(byId), { deep: { down: [items] } }]) {
    for (const piece of piecesOf(value, 100)) {
      assert.ok(piece.type !== 'values' || JSON.stringify(piece.values).length < 8_000)
    }
  }
})
