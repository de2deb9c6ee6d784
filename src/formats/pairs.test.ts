import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import { readPairs } from './pairs.ts'
import { writeTmx } from './tmx.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pair = { zh: '新建3座桥。', en: 'Three bridges were built.' }

test('pairs come from JSON lines, tab-separated lines and TMX', () => {
  assert.deepEqual(readPairs(bytes(`${JSON.stringify({ id: 'a', ...pair })}\r\n\n`), 'x.jsonl'), [{ id: 'a', ...pair }])
  assert.deepEqual(readPairs(bytes(`${pair.zh}\t${pair.en}\n`), 'X.TSV'), [{ id: '1', ...pair }])
  const tmx = writeTmx([{ source: pair.zh, target: pair.en, origin: 'test' }])
  assert.deepEqual(readPairs(bytes(tmx), 'x.tmx'), [{ id: '1', ...pair }])
})

test('a line that is no pair refuses the file with its number', () => {
  for (const [name, text] of [
    ['x.jsonl', `${JSON.stringify({ id: 'a', ...pair })}\n{"id":"b","zh":"三"}`],
    ['x.jsonl', `${JSON.stringify({ id: 'a', ...pair })}\n[`],
    ['x.tsv', `${pair.zh}\t${pair.en}\n${pair.zh}`],
  ] as const) {
    const refusal = readPairs(bytes(text), name)
    assert.ok(isRefusal(refusal))
    assert.deepEqual([refusal.code, refusal.params.line], ['file-malformed', '2'])
  }
  const unknown = readPairs(bytes('x'), 'x.docx')
  assert.ok(isRefusal(unknown) && unknown.code === 'file-format-unknown')
})
