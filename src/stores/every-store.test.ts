import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'

/** The suite that an implementation passes, by the name of the file it stands in: `stores/<store>/journal.ts`. */
const suites: Readonly<Record<string, string>> = {
  'journal.ts': 'journalConformance',
  'catalogue.ts': 'catalogueConformance',
  'site.ts': 'siteConformance',
  'originals.ts': 'originalsConformance',
  'coordination.ts': 'coordinationConformance',
  'snapshots.ts': 'snapshotsConformance',
}

const stores = globSync('*/', { cwd: import.meta.dirname, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** What a store lacks: a file of one of the names above, or a test that calls the suite of each. */
function complaintsOf(store: string): readonly string[] {
  const folder = `${import.meta.dirname}/${store}`
  const doors = globSync(`${folder}/*.ts`)
    .map((file) => basename(file))
    .filter((file) => suites[file] !== undefined)
  const tests = globSync(`${folder}/*.test.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  if (doors.length === 0) return [`${store} has none of ${Object.keys(suites).join(', ')}`]
  return doors.flatMap((door) =>
    tests.includes(`${suites[door]}(`) ? [] : [`${store}/${door}: no test calls ${suites[door]}`],
  )
}

test('every store passes the suite of each port that it implements', () => {
  assert.ok(stores.length >= 2, stores.join())
  assert.deepEqual(stores.flatMap(complaintsOf), [])
})
