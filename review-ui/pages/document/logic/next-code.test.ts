import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeLetters } from '../../../../src/model/code-letters.ts'
import type { Inline } from '../../../../src/model/inline.ts'
import { markersOf } from '../../../text/editable.ts'
import { codeAt, codeInPlaceOf, nextCode, offeredCodes } from './next-code.ts'

const source: Inline = [
  { type: 'open', id: '1', data: '' },
  '绿茶',
  { type: 'close', id: '1', data: '' },
  '好',
  { type: 'alone', id: '2', data: '' },
]
const markers = markersOf(source, [])
const offered = (text: string) => offeredCodes(markers, codeLetters(source), text)
const next = (text: string, chosen = '') => {
  const code = nextCode(offered(text))
  return code && codeInPlaceOf(chosen, code)
}

test('codes are offered in the order of the source, with what of them is missing', () => {
  const told = offered('Green ‹a›tea').map(({ code: _, ...rest }) => rest)
  assert.deepEqual(told, [
    { letter: 'a', markers: ['‹a›', '‹/a›'], missing: ['‹/a›'] },
    { letter: 'b', markers: ['‹b/›'], missing: ['‹b/›'] },
  ])
})

test('one press puts in the next that is missing; a pair goes round chosen words', () => {
  assert.equal(next('Tea'), '‹a›')
  assert.equal(next('Tea', 'Tea'), '‹a›Tea‹/a›')
  assert.equal(next('‹a›Tea'), '‹/a›')
  assert.equal(next('‹a›Tea', 'Tea'), 'Tea‹/a›')
  assert.equal(next('‹a›Tea‹/a›'), '‹b/›')
  assert.equal(next('‹a›Tea‹/a›‹b/›'), undefined)
})

test('a code is found on either side of the cursor, and around it', () => {
  const text = 'Tea‹b/›'
  assert.equal(codeAt(text, markers, 3, 'after')?.text, '‹b/›')
  assert.equal(codeAt(text, markers, 7, 'before')?.from, 3)
  assert.equal(codeAt(text, markers, 5, 'within')?.from, 3)
  assert.equal(codeAt(text, markers, 3, 'within'), undefined)
  assert.equal(codeAt('Tea‹c/›', markers, 3, 'after'), undefined)
})
