import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { entriesOf, rowsOf } from '../lists.ts'

/** Lists in the order of what they say, not of the alphabet: by the number in their second column. */
const isNumbered = (rows: readonly (readonly string[])[]) => rows.every(([, value]) => /^\d+$/.test(value ?? ''))

const folder = new URL('data/', import.meta.url)
for (const file of readdirSync(folder)) {
  const lists: Readonly<Record<string, unknown>> = await import(new URL(file, folder).href)
  for (const [name, list] of Object.entries(lists))
    test(`${file}: ${name} has one entry a line, in order, in lower case, none twice`, () => {
      assert.ok(typeof list === 'string')
      assert.ok(list.startsWith('\n') && list.endsWith('\n'), 'the first and the last line are those of the quotes')
      const entries = entriesOf(list)
      const rows = rowsOf(list)
      for (const entry of entries) assert.match(entry, /^[a-z’'/+.-]+(?: [a-z0-9’'/+.-]+)*$/)
      assert.equal(new Set(rows.map((row) => row[0])).size, rows.length, 'an entry stands twice')
      assert.equal(new Set(rows.map((row) => row.length)).size, 1, 'every line has the same columns')
      const sorted = isNumbered(rows)
        ? rows.toSorted((a, b) => Number(a[1]) - Number(b[1]))
        : rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
      assert.deepEqual(
        rows.map((row) => row.join(' ')),
        sorted.map((row) => row.join(' ')),
      )
    })
}
