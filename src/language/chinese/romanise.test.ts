import assert from 'node:assert/strict'
import { test } from 'node:test'
import { romanise } from './romanise.ts'

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
