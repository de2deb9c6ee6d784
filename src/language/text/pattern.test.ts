import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparable } from './fold.ts'
import { hasHidden, patternsOf } from './pattern.ts'

const isIn = (wanted: string, text: string) =>
  patternsOf(wanted)[hasHidden(text) ? 'throughHidden' : 'plain'].test(text)
const spacedOnce = (text: string) => comparable(text).replace(/\s+/g, ' ')

test('finds a text whatever its width, case, spaces and the characters hidden in it', () => {
  assert.ok(isIn('nylon city', 'A NYLON\u00a0\u200b City.'))
  assert.ok(isIn('ｎylon', 'nyl\u00adon'))
  assert.ok(isIn('十五万,', '预算⼗五\u200b万，元'))
  assert.ok(isIn('“茶”', '「茶」'))
  assert.ok(!isIn('a.b', 'aXb'))
})

test('law: a finder finds what stands in the text when both are compared', () => {
  const unit = fc.constantFrom(
    ...'十⼗五１1aＡA，,“「-‑–·・',
    ' ',
    '　',
    '\n',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u{e0101}',
    '\u{2f80f}',
    '\u5154',
    '⺇',
    '\u{20628}',
  )
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 3 }), fc.string({ unit, maxLength: 12 }), (wanted, text) => {
      if (comparable(wanted) === '') return
      assert.equal(isIn(wanted, text), spacedOnce(text).includes(spacedOnce(wanted)))
    }),
    { numRuns: 2000 },
  )
})
