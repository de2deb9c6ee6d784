import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChinese } from '../chinese/read.ts'
import { readEnglish } from '../english/read.ts'
import { writeInPlace } from './in-place.ts'

const written = (source: string) => readChinese(source).map((quantity) => writeInPlace(quantity, source))

test('a figure is written as its place asks for it', () => {
  for (const [source, english] of [
    ['党的二十大报告', ['20th']],
    ['党的十八大以来', ['18th']],
    ['党的二十一大', ['21st']],
    ['第十四届全国人大', ['14th']],
    ['四是加强监管。', ['Fourth,']],
    ['一是加强监管；二是深化改革。', ['First,', 'Second,']],
    ['第四，加强监管。', ['Fourth,']],
    ['第二次会议', ['2nd']],
    ['他获第四。', ['4th']],
    ['新建四所学校。', ['4']],
    ['投资4000亿元。', ['400 billion yuan']],
  ] as const)
    assert.deepEqual(written(source), english, source)
})

test('what was written is read back as the figure it is', () => {
  for (const source of ['四是加强监管。', '党的二十大报告', '十二是加强监管。']) {
    const [quantity] = readChinese(source)
    const [read] = readEnglish(`${written(source)[0]} we act.`)
    assert.deepEqual(read?.value, quantity?.value, source)
  }
})
