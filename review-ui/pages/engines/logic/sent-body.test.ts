import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withLineBreaks } from './sent-body.ts'

test('line breaks of a text are shown, and other signs stay', () => {
  const json = JSON.stringify({ text: 'one\ntwo\\n "three"\tfour' })
  assert.equal(withLineBreaks(json), '{"text":"one\ntwo\\\\n \\"three\\"\\tfour"}')
})
