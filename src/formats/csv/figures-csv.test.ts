import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Figure } from '../../model/release.ts'
import { writeFigures } from './figures-csv.ts'

const figure: Figure = {
  segment: 'b2.s1',
  source: '四亿元',
  expected: '400 million yuan',
  target: '"400" million, yuan',
  verdict: 'same',
}

test('a sheet is a table that spreadsheets read back, and starts no formula', () => {
  const at = '2026-03-01T08:00:00.000Z'
  const csv = writeFigures([
    { ...figure, confirmed: { name: '=cmd()', at, how: 'checked' } },
    { ...figure, target: '-5', verdict: 'differs' },
  ])
  assert.ok(csv.startsWith('\ufeff'))
  const [head, one, two] = parse(csv, { bom: true }) as unknown as readonly (readonly string[])[]
  assert.equal(head?.length, 8)
  assert.deepEqual(one?.slice(1), [
    '四亿元',
    '400 million yuan',
    '"400" million, yuan',
    'same',
    "'=cmd()",
    at,
    'checked',
  ])
  assert.deepEqual(two?.slice(3), ["'-5", 'differs', '', '', ''])
})
