import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDenialsIn } from './polarity.ts'

const denials = (text: string) => plainDenialsIn(text).map(({ from, to }) => text.slice(from, to))

test('what denies plainly is found where it stands', () => {
  assert.deepEqual(denials('项目没有停工，资金不得挪用。'), ['没有', '不得'])
  assert.deepEqual(denials('道路继续修建。'), [])
})

test('a verb beside its own denial asks, and denies nothing', () => {
  for (const text of [
    '钱够不够？',
    '看能不能办成。',
    '问有没有困难。',
    '可不可以先修路？',
    '愿不愿意、会不会都要问。',
  ]) {
    assert.deepEqual(denials(text), [], text)
  }
  assert.deepEqual(denials('能不能修？不能修。'), ['不能'])
})

test('words that only look like a denial, or deny twice, are no denial', () => {
  for (const text of ['未来三年', '不得不停工', '这不可或缺']) assert.deepEqual(denials(text), [], text)
})
