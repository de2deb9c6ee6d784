import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemory } from './memory.ts'
import { comparedText, mostEdits, scoreOf } from './score.ts'

// [text, letters with # for a figure, figures]
const forms = [
  ['今年，全市投资４０亿元！', '今年,全市投资#亿元!', '40'],
  ['2025年3月1日', '#年#月#日', '2025 3 1'],
  ['增长4,000.5元，2023，2024年', '增长#元,#,#年', '4,000.5 2023 2024'],
  ['标准GB/T 1234-2020', '标准GB/T#', '1234-2020'],
  ['G20峰会10:30开幕', '#峰会#开幕', 'G20 10:30'],
  ['新建公园二十三座', '新建公园#座', '二十三'],
  ['统一部署', '统一部署', ''],
  ['New  York 市', 'NewYork市', ''],
  ['www.example.com', 'www.example.com', ''],
  ['  ', '', ''],
] as const

test('a compared text has one width, no white space, and a placeholder for each figure and code', () => {
  for (const [text, letters, figures] of forms)
    assert.deepEqual(comparedText(text), { letters: letters.replaceAll('#', '\ue000'), figures }, text)
})

// [one text, other text, score]
const scores = [
  ['全市新建公园十二座。', '全市新建公园十二座。', 100],
  ['全市新建公园十二座。', '全市 新建公园十二座．', 88],
  ['全市新建公园十二座。', '全市 新建公园十二座。', 99],
  ['全市新建公园十二座。', '全市新建公园四十五座。', 94],
  ['2023年全市生产总值增长5.6%。', '2024年全市生产总值增长12%。', 96],
  ['2023年全市生产总值增长5.6%。', '2023年全市生产总值下降5.6%。', 84],
  ['2023年全市生产总值增长5.6%。', '2024年全市生产总值下降5.6%。', 80],
  ['第3条', '第45条', 83],
  ['3', '4', 50],
  ['ABC', 'ABD', 66],
] as const

test('scores: figures and codes cost half an edit together, width and white space nothing, only the same text has 100', () => {
  for (const [one, other, score] of scores) {
    const memory = createMemory([{ source: one, target: 'x', origin: 'test' }])
    assert.equal(memory.lookup(other, { threshold: 0 })[0]?.score, score, `${one} ${other}`)
  }
})

test('the greatest number of edits is the greatest that still has the score', () => {
  for (let longer = 1; longer < 130; longer++)
    for (let threshold = 1; threshold < 100; threshold++) {
      const most = mostEdits(longer, threshold)
      assert.ok(scoreOf(2 * most, longer) >= threshold)
      assert.ok(scoreOf(2 * (most + 1), longer) < threshold)
    }
})
