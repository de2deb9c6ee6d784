import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChinese } from '../chinese/read.ts'
import { notationOf } from './notation.ts'

const cases: readonly (readonly [text: string, kind: string, value: unknown, unit: string])[] = [
  ['总投资7.33亿元', 'money', '733000000', 'CNY'],
  ['三分之二', 'fraction', '2/3', ''],
  ['20多年', 'duration', { min: '20' }, 'year'],
  ['近2万亩', 'measure', { max: '20000' }, 'mu'],
  ['约30人', 'count', '30', ''],
  ['600-700万人', 'count', { min: '6000000', max: '7000000' }, ''],
  ['2024年10月14日', 'date', '2024-10-14', ''],
  ['5月3日', 'date', '--05-03', ''],
  ['7日上午', 'day', '---07', ''],
  ['2025年3月', 'date', '2025-03', ''],
  ['今年5月', 'month', '--05', ''],
  ['2019年', 'year', '2019', ''],
  ['下午3点30分', 'time', '15:30', ''],
]

test('quantities are written for scripts: decimals, ISO dates, bounds', () => {
  for (const [text, kind, value, unit] of cases) {
    assert.deepEqual(readChinese(text).map(notationOf), [{ kind, value, unit }], text)
  }
})
