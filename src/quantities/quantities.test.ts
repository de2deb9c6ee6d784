import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChinese } from './chinese.ts'
import { compareQuantities } from './compare.ts'
import { readEnglish } from './english.ts'
import { writeEnglish } from './write.ts'

const verdicts = (zh: string, en: string) =>
  compareQuantities(readChinese(zh), readEnglish(en)).map(({ verdict, severity }) => `${verdict} ${severity}`)

test('money is compared by its value', () => {
  assert.deepEqual(verdicts('产值达到4000亿元。', 'Output reached 400 billion yuan.'), ['same null'])
  assert.deepEqual(verdicts('产值达到4000亿元。', 'Output reached 40 billion yuan.'), ['changed error'])
  assert.deepEqual(verdicts('产值达到4000亿元。', 'Output grew.'), ['missing error'])
})

test('what is written reads back as the same', () => {
  for (const zh of ['4000亿元', '70%', '3.5个百分点', '10月14日', '20.6公里', '20多年', '近1000家', '第三']) {
    const quantities = readChinese(zh)
    const english = quantities.map(writeEnglish).join(' ')
    assert.deepEqual(
      compareQuantities(quantities, readEnglish(english)).map(({ verdict }) => verdict),
      ['same'],
      english,
    )
  }
})
