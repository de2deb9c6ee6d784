import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attentionOf } from '../../../../src/checks/attention.ts'
import type { Finding, FindingCode } from '../../../../src/model/finding.ts'
import { byAttention, withAttended } from './attention.ts'
import { besideRow, placeOfRow, type Row } from './row.ts'

const row = (number: number, looks: number) => ({ id: `s${number}`, number, looks }) as Row
const numbers = (rows: readonly Row[]) => rows.map(({ number }) => number)

test('what counts most stands first, and is stepped through in that order', () => {
  const rows = byAttention([row(1, 1), row(2, 3), row(3, 1), row(4, 5)])
  assert.deepEqual(numbers(rows), [4, 2, 1, 3])
  assert.equal(besideRow(rows, row(4, 5), 1)?.number, 2)
  assert.equal(besideRow(rows, row(1, 1), -1)?.number, 2)
  assert.equal(besideRow(rows, row(3, 1), 1), undefined)
})

test('a row that has been settled keeps its place before the next one', () => {
  const before = byAttention([row(1, 1), row(2, 3), row(3, 2), row(4, 5)])
  const after = before.filter(({ number }) => number !== 2)
  assert.deepEqual(numbers(withAttended(after, row(2, 0), before)), [4, 2, 3, 1])
  assert.deepEqual(numbers(withAttended(after, row(9, 0), before)), [9, 4, 3, 1])
  assert.deepEqual(numbers(withAttended([], row(2, 0), before)), [2])
  assert.equal(withAttended(before, row(2, 3), []), before)
})

test('law: every row is found in any order, and one that is none of them is not', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Array.from({ length: 20 }, (_, at) => row(at + 1, at % 4))), (rows) => {
      for (const [at, one] of rows.entries()) assert.equal(placeOfRow(rows, one), at)
      assert.equal(placeOfRow(rows, row(40, 1)), -1)
    }),
  )
})

test('a sentence counts each kind of place once, and what is no such place not at all', () => {
  const finding = (code: FindingCode, severity: Finding['severity'] = 'note'): Finding => {
    return { code, severity, segment: 's1', params: {} }
  }
  assert.equal(attentionOf([]), 0)
  assert.equal(attentionOf([finding('sentence-end'), finding('length-short', 'warning')]), 0)
  assert.equal(attentionOf([finding('name-added'), finding('name-added'), finding('expression-missing')]), 4)
})
