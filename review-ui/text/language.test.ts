import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

test('words are Chinese where there is Chinese in them, else English', () => {
  assert.equal(languageOf('A name is not translated'), 'en')
  assert.equal(languageOf('依据 2018 年决定 (UNEP)'), 'zh-CN')
  assert.equal(languageOf('𠮷'), 'zh-CN')
  assert.equal(languageOf(''), 'en')
})
