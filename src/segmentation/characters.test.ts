import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticesOfCharacters } from './characters.ts'

test('an importer is told of characters that are not what they look like, counted and named', () => {
  const blocks = ['预算⼗五万元，推动⾼质\u200b量发展。', '再\u200b说\u00ad一⼗次 ro\u0430d。', '无事。'].map(
    (text) => ({ text: [text] }),
  )
  assert.deepEqual(noticesOfCharacters(blocks), [
    { code: 'characters-invisible', params: { count: '3', examples: 'U+200B, U+00AD' } },
    { code: 'characters-alike', params: { count: '3', examples: '⼗ (U+2F17) 十, ⾼ (U+2FBC) 高' } },
    { code: 'scripts-mixed', params: { count: '1', examples: 'ro\u0430d (U+0430)' } },
  ])
  assert.deepEqual(noticesOfCharacters([{ text: ['平常的话，3亿元。'] }]), [])
})
