import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownBodies } from './data/bodies.ts'
import { prefectures } from './data/prefectures.ts'
import { countryCodes, regions } from './data/regions.ts'
import { isNameIn, knownInChinese, knownInEnglish } from './known-names.ts'
import { entriesOf } from './lists.ts'

test('known names: English, Chinese and at most one pattern a line; no line twice', () => {
  for (const list of [regions, prefectures, knownBodies]) {
    const entries = entriesOf(list)
    assert.equal(new Set(entries).size, entries.length)
    for (const entry of entries) assert.match(entry, /^\p{Lu}[^;]* ; \p{Script=Han}[\p{Script=Han} /]*(?: ; [^;]+)?$/u)
  }
})

test('codes of countries: each has a name in both languages', () => {
  const names = new Intl.DisplayNames('zh-CN', { type: 'region' })
  for (const code of countryCodes.trim().split(/\s+/)) assert.match(names.of(code) ?? '', /\p{Script=Han}/u, code)
})

test('names are found in both languages, the longer one first and without a possessive', () => {
  const english = 'India’s ships crossed the Indian Ocean to Xi’an and Xinjiang-Tibet.'
  assert.deepEqual(
    knownInEnglish(english).map(({ from, to }) => english.slice(from, to)),
    ['India', 'Indian Ocean', 'Xi’an', 'Xinjiang', 'Tibet'],
  )
  const chinese = '印度尼西亚与印度、最高人民法院'
  assert.deepEqual(
    knownInChinese(chinese).map(({ from, to }) => chinese.slice(from, to)),
    ['印度尼西亚', '印度', '最高人民法院'],
  )
})

test('a name in Chinese may be shortened', () => {
  const [guangdong] = knownInEnglish('Guangdong')[0]?.names ?? []
  assert.ok(guangdong)
  assert.deepEqual(
    ['广东', '粤港澳', '广西'].map((text) => isNameIn(text, guangdong)),
    [true, true, false],
  )
})
