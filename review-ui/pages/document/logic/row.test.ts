import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { besideRow, placeOfRow, type Row, withRow } from './row.ts'

const rowOf = (number: number) => ({ id: `s${number}`, number }) as Row
const rows = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }).map((numbers) => {
  return numbers.toSorted((a, b) => a - b).map(rowOf)
})

test('law: a row is found where it is, and beside it what stands beside it', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 60 }).map(rowOf), (some, row) => {
      assert.equal(
        placeOfRow(some, row),
        some.findIndex(({ number }) => number === row.number),
      )
      assert.equal(
        besideRow(some, row, 1),
        some.find(({ number }) => number > row.number),
      )
      assert.equal(
        besideRow(some, row, -1),
        some.findLast(({ number }) => number < row.number),
      )
      const numbers = new Set([...some, row].map(({ number }) => number))
      assert.deepEqual(
        withRow(some, row).map(({ number }) => number),
        [...numbers].sort((a, b) => a - b),
      )
    }),
  )
})
