import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countCodePoints } from './code-points.ts'

test('law: as many code points as a text gives one by one', () => {
  const units = fc.array(fc.constantFrom('字', 'a', '\ud842', '\udfb7', '𠮷'), { maxLength: 12 })
  fc.assert(
    fc.property(units, (parts) => {
      const text = parts.join('')
      assert.equal(countCodePoints(text), Array.from(text).length)
    }),
  )
})
