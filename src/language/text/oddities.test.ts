import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldLookalikes } from './fold.ts'
import { codePointName, invisibleIn, latinOf, lookalikesIn, mixedWordsIn } from './oddities.ts'

test('invisible characters are found where they stand', () => {
  assert.deepEqual(invisibleIn('渠\u200b水\u202e'), [
    { from: 1, text: '\u200b' },
    { from: 3, text: '\u202e' },
  ])
  assert.deepEqual(invisibleIn('a\tb\nc\u3000d\u00a0e'), [])
})

test('radicals are found with the ideographs that they look like', () => {
  assert.deepEqual(lookalikesIn('⼗五，⻓渠'), [
    { from: 0, text: '⼗', ideograph: '十' },
    { from: 3, text: '⻓', ideograph: '长' },
  ])
})

test('letters of other scripts in Latin words are found, and replaced where their shape is known', () => {
  assert.deepEqual(mixedWordsIn('The ro\u0430d在ro\u0430d口'), [
    { from: 4, text: 'ro\u0430d', letter: '\u0430' },
    { from: 9, text: 'ro\u0430d', letter: '\u0430' },
  ])
  assert.equal(latinOf('\u0420\u0430r\u0456s'), 'Paris')
  assert.equal(latinOf('ro\u0436d'), null)
  assert.equal(codePointName('\u{1d41a}'), 'U+1D41A')
})

test('law: without its invisible characters a text has none, and what is folded away is what is found', () => {
  const text = fc.string({
    unit: fc.constantFrom('渠', 'a', ' ', '\u200b', '\u00ad', '\ufeff', '⼗', '\u{e0101}', '\u2028'),
  })
  fc.assert(
    fc.property(text, (source) => {
      const hidden = invisibleIn(source)
      const without = hidden
        .toReversed()
        .reduce((rest, { from, text }) => rest.slice(0, from) + rest.slice(from + text.length), source)
      assert.deepEqual(invisibleIn(without), [])
      assert.equal(
        foldLookalikes(without.replaceAll('\u2028', '')).text,
        foldLookalikes(source.replaceAll('\u2028', '')).text,
      )
    }),
  )
})
