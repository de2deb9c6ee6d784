import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleIn } from './people.ts'
import { isPinyin, romanise } from './pinyin.ts'

test('family names are read as family names, given names as they are written in English', () => {
  const expected = {
    单田禾: 'Shan Tianhe',
    曾国岚: 'Zeng Guolan',
    解晓禾: 'Xie Xiaohe',
    仇岚: 'Qiu Lan',
    任长禾: 'Ren Changhe',
    区小禾: 'Ou Xiaohe',
    欧阳岚: 'Ouyang Lan',
    尉迟岚: 'Yuchi Lan',
    万俟禾: 'Moqi He',
    吕岚: 'Lyu Lan',
  }
  for (const [name, english] of Object.entries(expected)) assert.equal(romanise(name).expected, english)
})

test('every reading of a family name and of a given name is known', () => {
  assert.ok(romanise('覃岚').family.has('tan'))
  assert.ok(romanise('顾长乐').given.has('zhangyue'))
  assert.deepEqual([...romanise('吕岚').family].sort(), ['lu', 'lv', 'lyu', 'lü'])
})

test('words that pinyin could be of are told from others', () => {
  for (const word of ['Wangshu', 'Ouyang', "Chang'an", 'Lü', 'Yan-qiu', 'XU']) assert.ok(isPinyin(word), word)
  for (const word of ['City', 'The', 'Street', 'Mayor', 'Works', '', 'Chengdushanghe']) assert.ok(!isPinyin(word), word)
})

test('people are known by the shape of their names', () => {
  const cases: Readonly<Record<string, string>> = {
    '顾春岚：茶好。': '顾春岚',
    '副市长顾春岚、沈遥，局长欧阳岚到会。': '顾春岚 沈遥 欧阳岚',
    '记者：茶好吗？': '',
    '市长高度重视。': '',
    '全市书记和主任开会。': '',
    '茶报记者：市长在哪里？': '',
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
