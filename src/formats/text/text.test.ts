import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../../model/refusal.ts'
import { readText } from './text.ts'

test('a block a line; blank lines separate; the text of a line is kept', () => {
  const imported = readText(Buffer.from('\ufeff水渠\r\n\r\n　　渠水进了田。 \n\t\n庄稼返了青。\r路也通了。'))
  assert.deepEqual(imported, {
    type: 'imported',
    blocks: [{ text: ['水渠'] }, { text: ['　　渠水进了田。 '] }, { text: ['庄稼返了青。'] }, { text: ['路也通了。'] }],
    notices: [],
  })
})

test('a file that is no Chinese text is refused', () => {
  const refused = readText(Buffer.from('Only English.'))
  assert.ok(isRefusal(refused) && refused.code === 'file-not-chinese')
})
