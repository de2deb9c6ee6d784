import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countRepeats } from './repeats.ts'

const anyUnits = fc.array(fc.nat(3), { maxLength: 40 }).map((units) => Uint16Array.from(units))

test('law: every repeated string between breaks is counted as often as it stands there', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 1, max: 5 }), (units, longest) => {
      const repeats = countRepeats(units, longest)
      const text = [...units].join('')
      for (let length = 1; length <= longest; length++) {
        for (let at = 0; at + length <= text.length; at++) {
          const string = text.slice(at, at + length)
          if (string.includes('0')) continue
          let count = 0
          for (let from = 0; from + length <= text.length; from++) if (text.startsWith(string, from)) count++
          assert.equal(repeats.frequency(at, length), count)
        }
      }
    }),
  )
})

test('a string met after different neighbours begins an edge, one always met after the same does not', () => {
  // 1 2 3 . 4 2 3 . 5 2 3: the string 2 3 follows three units, and 3 always the same one.
  const repeats = countRepeats(Uint16Array.from([1, 2, 3, 0, 4, 2, 3, 0, 5, 2, 3]), 4)
  assert.ok(Math.abs((repeats.begins[1] as number) - Math.log2(3)) < 1e-6)
  assert.equal(repeats.begins[2], 0)
  assert.ok(Math.abs((repeats.ends[3] as number) - Math.log2(3)) < 1e-6)
})
