import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleIn } from './people.ts'

test('people are known by the shape of their names', () => {
  const cases: Readonly<Record<string, string>> = {
    '顾春岚：茶好。': '顾春岚',
    '副市长顾春岚、沈遥，局长欧阳岚到会。': '顾春岚 沈遥 欧阳岚',
    '记者：茶好吗？': '',
    '市长高度重视。': '',
    '全市书记和主任开会。': '',
    '茶报记者：市长在哪里？': '',
    '书记向大家介绍。': '',
    '市长傅砚秋、常云，总书记习近远到会。': '傅砚秋 常云 习近远',
    '': '',
  }
  for (const [source, found] of Object.entries(cases)) {
    assert.equal(
      peopleIn(source)
        .map(({ name }) => name)
        .join(' '),
      found,
      source,
    )
    for (const { name, from, to } of peopleIn(source)) assert.equal(source.slice(from, to), name)
  }
})
