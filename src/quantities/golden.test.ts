import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readChinese } from './chinese/read.ts'
import { goldenRows, matchesGolden } from './fixtures/golden.ts'

const shared = new URL('../../../shared/', import.meta.url)
const input = new URL('input/press-conference.zh.txt', shared)
const golden = new URL('golden/press-conference.quantities.tsv', shared)
const skip =
  existsSync(input) && existsSync(golden) ? false : 'the real document and its numbers are not beside this checkout'

/** How many rows of each role the golden file has: fewer found would mean that the test no longer reads it. */
const rows = { hard: 169, soft: 46, none: 43 }

test('of the real document every hard number has its value, every soft one is read, and no other is compared', {
  skip,
}, () => {
  const lines = readFileSync(input, 'utf8').replaceAll('\r', '').split('\n')
  const seen = { hard: 0, soft: 0, none: 0 }
  for (const row of goldenRows(readFileSync(golden, 'utf8'), lines)) {
    const quantities = readChinese(row.line)
    const quantity = quantities.find(({ from, to }) => from < row.to && to > row.from)
    const where = `line ${row.number}, ${row.expression}: ${quantity?.text ?? 'not read'}`
    seen[row.role] += 1
    if (row.role === 'hard') assert.ok(quantity !== undefined && matchesGolden(quantity, row.value), where)
    else if (row.role === 'soft') assert.ok(quantity !== undefined, where)
    else assert.ok(quantity === undefined || quantity.soft || quantity.kind === 'name', where)
  }
  assert.deepEqual(seen, rows)
})
