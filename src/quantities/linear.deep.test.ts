import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChinese } from './chinese/read.ts'
import { compareQuantities } from './compare/compare.ts'
import { readEnglish } from './english/read.ts'

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
  '1年',
  '三、',
  '和三',
  '½',
  '(1',
  '（一',
  '“（三）',
  'May 2020, ',
  '30日，',
  'May ',
  '😀',
  '\ud800',
]

/** Brackets within brackets, each with a number, and all of them closed again. */
const depth = 100_000
const nested = [`${'(1'.repeat(depth)}${')'.repeat(depth)}`, `${'（“三'.repeat(depth)}${'”）'.repeat(depth)}`]

for (const text of nested) {
  test(`brackets nested ${depth} deep are read and compared: ${text.slice(0, 3)}`, () => {
    const zh = readChinese(text)
    const agreements = compareQuantities(zh, readEnglish(text))
    assert.ok(zh.length > 0)
    assert.equal(agreements.filter((agreement) => agreement.zh !== undefined).length, zh.length)
  })
}

for (const piece of hostile) {
  test(`a megabyte of ${JSON.stringify(piece)} is read and compared`, () => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const zh = readChinese(text)
    const en = readEnglish(text)
    const agreements = compareQuantities(zh, en)
    assert.equal(agreements.filter((agreement) => agreement.zh !== undefined).length, zh.length)
  })
}
