import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../../src/model/document.ts'
import { firstWords, sectionsOf, segmentIdsOf } from './sections.ts'

let count = 0
const block = (kind: Block['kind'], speaker?: string): Block => {
  count++
  return {
    id: `b${count}`,
    kind,
    ...(speaker && { speaker }),
    ...(kind === 'heading' && { level: 2 }),
    parts: [{ type: 'segment', id: `b${count}.s1`, source: ['句'] }],
  }
}

test('a speaker keeps the floor over paragraphs and items until another speaks', () => {
  const blocks = [
    block('heading'),
    block('answer', '陈岚'),
    block('answer', '陈岚'),
    block('question', '江城日报记者'),
    block('answer', '周启'),
    block('item'),
    block('answer', '陈岚'),
    block('question', '江城日报记者'),
    block('question', '江城日报记者'),
  ]
  const sections = sectionsOf(blocks)
  assert.deepEqual(
    sections.map(({ type, label, speaker, blocks }) => [type, label, speaker, blocks.length]),
    [
      ['heading', undefined, undefined, 1],
      ['answer', undefined, '陈岚', 2],
      ['question', 'Q1', '江城日报记者', 1],
      ['answer', 'A1', '周启', 2],
      ['answer', 'A1', '陈岚', 1],
      ['question', 'Q2', '江城日报记者', 1],
      ['question', 'Q3', '江城日报记者', 1],
    ],
  )
  assert.deepEqual(
    sections.flatMap(segmentIdsOf),
    blocks.map(({ id }) => `${id}.s1`),
  )
})

test('a part without a heading goes by its first words', () => {
  assert.equal(firstWords('各位代表：现在向大会报告工作。'), '各位代表')
  assert.equal(firstWords('国务院总理　李强'), '国务院总理　李强')
  assert.equal(
    firstWords('一年来全国各族人民在党中央领导下团结奋斗，完成了任务。'),
    '一年来全国各族人民在党中央领导下…',
  )
  assert.equal(firstWords('是，我们修了路。'), '是，我们修了路。')
})
