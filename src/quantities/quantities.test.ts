import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Quantity, Rational } from '../model/quantity.ts'
import { readChinese } from './chinese/read.ts'
import { compareQuantities } from './compare/compare.ts'
import { readEnglish } from './english/read.ts'
import { writeChinese } from './write/chinese.ts'
import { writeEnglish } from './write/english.ts'

/** Rows of a fixture: tab-separated, the first line naming the columns. */
function rows(name: string): string[][] {
  const text = readFileSync(new URL(`fixtures/${name}.tsv`, import.meta.url), 'utf8')
  return text
    .replace(/\n$/, '')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

function written({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
}

function valueWritten({ value }: Quantity): string {
  if (value.type === 'number') return written(value.number)
  if (value.type === 'range') return `${written(value.min)}..${written(value.max)}`
  return [value.year, value.month, value.day].filter((part) => part !== undefined).join('-')
}

for (const [name, read] of [
  ['chinese', readChinese],
  ['english', readEnglish],
] as const) {
  test(`${name} expressions are read with their value`, () => {
    for (const [text = '', expression = '', kind, value, unit = ''] of rows(name)) {
      const found = read(text).map((quantity) => [quantity.text, quantity.kind, valueWritten(quantity), quantity.unit])
      const reading = found.find(([text]) => text === expression)
      assert.deepEqual(reading, [expression, kind, value, unit], `${text}: ${JSON.stringify(found)}`)
    }
  })
}

test('pairs agree or differ as they should', () => {
  for (const [zh = '', en = '', expected = ''] of rows('compare')) {
    const agreements = compareQuantities(readChinese(zh), readEnglish(en))
    const verdicts = agreements.map(({ verdict, severity }) => (severity === null ? verdict : `${verdict} ${severity}`))
    assert.equal(verdicts.join('; '), expected, `${zh} | ${en}`)
  }
})

test('forms of every kind in news are read alike in both languages', () => {
  for (const [zh = '', en = ''] of rows('forms')) {
    const verdicts = compareQuantities(readChinese(zh), readEnglish(en)).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    )
    assert.deepEqual(verdicts, [], `${zh} | ${en}`)
  }
})

test('words that only look like numbers are not read', () => {
  const idioms =
    '一带一路 千方百计 老百姓 十分满意 一系列 一定 统一 唯一 之一 进一步 百货大楼 万一 星期三 成千上万 大陆 队伍 百姓 十分 千万工程 九三学社 己二腈 胡说八道 四分卫 铁人三项'
  for (const idiom of idioms.split(' ')) assert.deepEqual(readChinese(idiom), [], idiom)
})

test('numbers in names, grades and slogans are read, and their loss is never told', () => {
  const names = '三农 第三方 双11 三级医院 尼龙66 5+4+X 二级以上 第一动力 三峡 五星红旗 80后 G20 双方 三方'
  for (const name of names.split(' ')) {
    const quantities = readChinese(`推进${name}建设`)
    assert.ok(quantities.length > 0, name)
    const verdicts = compareQuantities(quantities, []).map(({ severity }) => severity)
    assert.ok(!verdicts.includes('error') && !verdicts.includes('warning'), `${name}: ${verdicts.join()}`)
  }
})

test('formulas of plans are compared figure by figure, and written as they stand', () => {
  const severities = (zh: string, en: string) =>
    compareQuantities(readChinese(zh), readEnglish(en)).flatMap(({ severity }) => severity ?? [])
  for (const en of ['a 5+4+X system', 'a 5 + 4 + X system', 'a 5+4+x system'])
    assert.deepEqual(severities('构建“5+4+X”体系', en), [], en)
  for (const en of ['a 5+3+X system', 'a 4+5+X system', 'a 54+X system'])
    assert.deepEqual(severities('构建“5+4+X”体系', en), ['warning'], en)
  for (const [quantity] of [readChinese('“5＋4＋X”体系'), readEnglish('a 5+4+X system')]) {
    assert.ok(quantity)
    assert.deepEqual([writeEnglish(quantity), writeChinese(quantity, 'words')], ['5+4+X', '5+4+X'])
  }
})
