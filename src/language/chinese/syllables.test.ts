import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { entriesOf } from '../lists.ts'
import { syllables } from './data/syllables.ts'
import { isPinyin } from './syllables.ts'

test('syllables: one a line in letters without tones, in order, none twice', () => {
  const entries = entriesOf(syllables)
  for (const entry of entries) assert.match(entry, /^(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[aeiouü][a-zü]*)$/)
  assert.equal(new Set(entries).size, entries.length)
  const order = entries.map((entry) => entry.replace('ü', 'u~'))
  assert.deepEqual(order, order.toSorted())
})

test('words that pinyin could be of are told from others', () => {
  for (const word of ['Wangshu', 'Ouyang', "Chang'an", 'Lü', 'Yan-qiu', 'XU']) assert.ok(isPinyin(word), word)
  for (const word of ['City', 'The', 'Street', 'Mayor', 'Works', '', 'Chengdushanghe', 'Ten', 'Fine', 'Fai', 'I', 'Me'])
    assert.ok(!isPinyin(word), word)
})

test('a syllable of one letter after a vowel is set apart', () => {
  assert.deepEqual(
    ["Yue'e", 'Yue-e', 'Ali', 'Change', 'aerage', 'Yuee'].map((word) => isPinyin(word, 1, 6)),
    [true, true, true, true, false, false],
  )
})

test('a word is asked for as many syllables as it may have', () => {
  assert.deepEqual(
    [isPinyin('xian'), isPinyin('xian', 2, 6), isPinyin('chun', 2), isPinyin('chengdushanghe', 2, 6)],
    [true, true, false, true],
  )
})

test('law: syllables side by side are pinyin, and no word is too long to ask about', () => {
  const some = fc.array(fc.constantFrom(...entriesOf(syllables)), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(some, (parts) => assert.ok(isPinyin(parts.join("'"), 1, 6))))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
      assert.equal(typeof isPinyin(text), 'boolean'),
    ),
  )
})
