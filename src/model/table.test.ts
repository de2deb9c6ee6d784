import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { type Row, Table } from './table.ts'

interface Numbered extends Row {
  readonly value: number
}

const id = fc.nat(400).map((number) => `s${number}`)
const row: fc.Arbitrary<Numbered> = fc.record({ id, value: fc.nat(9) })
const change = fc.record({ changed: fc.array(row, { maxLength: 5 }), removed: fc.array(id, { maxLength: 2 }) })

test('a table is what a map would be after the same changes, and every table before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 400 }), fc.array(change, { maxLength: 12 }), (rows, changes) => {
      let table = Table.of(rows)
      let map = new Map(rows.map((each) => [each.id, each]))
      const earlier = [{ table, map }]
      for (const { changed, removed } of changes) {
        table = table.with(changed, removed)
        map = new Map(map)
        for (const each of changed) map.set(each.id, each)
        for (const gone of removed) map.delete(gone)
        earlier.push({ table, map })
      }
      // From an earlier one, too, another table may grow.
      for (const { table, map } of [...earlier]) {
        const more = [{ id: 'more', value: 1 }]
        earlier.push({ table: table.with(more), map: new Map([...map, ['more', more[0]]] as [string, Numbered][]) })
      }
      for (const { table, map } of earlier) {
        assert.deepEqual([...table], [...map])
        assert.deepEqual([...table.keys()], [...map.keys()])
        assert.deepEqual([...table.values()], [...map.values()])
        assert.equal(table.size, map.size)
        for (const [name, value] of map) assert.equal(table.get(name), value)
        assert.equal(table.has('s401'), false)
        assert.equal(table.get('s401'), undefined)
        assert.equal(table.get('__proto__'), undefined)
      }
    }),
    { numRuns: 100 },
  )
})

test('a map becomes a table, and a table stays the one it is', () => {
  const table = Table.of([{ id: 'a', value: 1 }])
  assert.equal(Table.from(table), table)
  assert.deepEqual([...Table.from(new Map([['a', { id: 'a', value: 1 }]]))], [...table])
})

test('a table says which rows differ from those before or came since, unless some went', () => {
  const rows = Array.from({ length: 300 }, (_, value) => ({ id: `s${value}`, value }))
  const before = Table.of(rows)
  const [first, last] = [
    { id: 's3', value: -3 },
    { id: 's299', value: -299 },
  ]
  const now = before.with([first]).with([last])
  assert.deepEqual(now.changedSince(before), [first, last])
  assert.deepEqual(now.changedSince(now), [])
  assert.deepEqual(before.changedSince(now), [rows[3], rows[299]])
  assert.equal(now.with([], ['s3']).changedSince(before), null)
  const added = [{ id: 'new', value: 1 }]
  assert.deepEqual(now.with(added).changedSince(before), [first, last, ...added])
  assert.equal(before.changedSince(now.with(added)), null)
  assert.equal(before.with(added).changedSince(now.with(added)), null)
})
