import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChinese } from './chinese.ts'
import { compareQuantities } from './compare.ts'
import { readEnglish } from './english.ts'

/** A reader that looked again at what it had read would take minutes over a megabyte of these; it takes seconds. */
const hostile = [
  '1',
  '万',
  '一',
  '十',
  '二二',
  '一二',
  '两',
  '1,',
  '1.',
  '1-',
  '1/',
  '百分之',
  '三点',
  '1万',
  '9:',
  '第',
  '(',
  '几',
  '“',
  'one ',
  'one-',
  'and ',
  'half a ',
  'a ',
  '$',
  'I',
  '1 to ',
  'May ',
  '😀',
  '\ud800',
]

for (const piece of hostile) {
  test(`a megabyte of ${JSON.stringify(piece)} is read and compared`, () => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const zh = readChinese(text)
    const en = readEnglish(text)
    const agreements = compareQuantities(zh, en)
    assert.equal(agreements.filter((agreement) => agreement.zh !== undefined).length, zh.length)
  })
}
