import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparable } from './fold.ts'
import { patternOf } from './pattern.ts'

const spacedOnce = (text: string) => comparable(text).replace(/\s+/g, ' ')

test('finds a text whatever its width, case, spaces and the characters hidden in it', () => {
  const found = (wanted: string, text: string) => patternOf(wanted).exec(text)?.[0]
  assert.equal(found('nylon city', 'A NYLON\u00a0\u200b City.'), 'NYLON\u00a0\u200b City')
  assert.equal(found('ｎylon', 'nyl\u00adon'), 'nyl\u00adon')
  assert.equal(found('十五万,', '预算⼗五\u200b万，元'), '⼗五\u200b万，')
  assert.equal(found('“茶”', '「茶」'), '「茶」')
  assert.equal(found('a.b', 'aXb'), undefined)
})

test('law: a pattern finds what stands in the text when both are compared', () => {
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
      assert.equal(patternOf(wanted).test(text), spacedOnce(text).includes(spacedOnce(wanted)))
    }),
    { numRuns: 2000 },
  )
})
