import assert from 'node:assert/strict'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { canonicalJson } from '../../review/canonical.ts'
import type { WitnessedHead } from '../../review/heads.ts'
import { entriesAfter, sha256 } from '../conformance.ts'
import { checkJournals } from './check.ts'
import { linesOf } from './lines.ts'
import { newFolder, open } from './testing.ts'

const witness = { type: 'list' } as const

/** Two journals of some entries, and the heads that they had. */
async function withJournals() {
  const dir = newFolder()
  const { journal } = open(dir)
  const entries = entriesAfter(undefined, ['one', 'two', 'three'])
  for (const name of ['people', 'document/d1']) await journal.append(name, entries)
  const headAt = (name: string, length: number): WitnessedHead => {
    return { name, length, hash: entries[length - 1]?.hash ?? '', witness }
  }
  return { dir, journal, entries, headAt, file: join(dir, 'journals/document/d1.jsonl') }
}

test('a whole ledger is whole, an unfinished write at its end included', async () => {
  const { dir, headAt, file } = await withJournals()
  appendFileSync(file, '{"unfinished')
  const checked = await checkJournals(dir, sha256, [headAt('document/d1', 2), headAt('people', 3)])
  assert.deepEqual(checked, { journals: 2, entries: 6, damaged: [], faults: [] })
})

test('an altered entry is named, and a journal that lacks its end or was made anew', async () => {
  const { dir, entries, headAt, file } = await withJournals()
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('"two"', '"TWO"'))
  const { damaged, faults } = await checkJournals(dir, sha256, [headAt('document/d1', 3)])
  assert.deepEqual(damaged, [{ journal: 'document/d1', damage: [{ line: 2, reason: 'altered' }] }])
  assert.deepEqual(faults, [], 'nothing is said twice')

  writeFileSync(file, text.slice(0, text.indexOf('\n', text.indexOf('"two"')) + 1))
  const short = await checkJournals(dir, sha256, [headAt('document/d1', 3)])
  assert.deepEqual(short.faults, [{ journal: 'document/d1', reason: 'missing', entry: 3, to: 3, witness }])

  const other = entriesAfter(entries[0], ['other two', 'other three'])
  writeFileSync(file, linesOf([...entries.slice(0, 1), ...other]))
  const anew = await checkJournals(dir, sha256, [headAt('document/d1', 1), headAt('document/d1', 2)])
  assert.deepEqual(anew.faults, [{ journal: 'document/d1', reason: 'rewritten', entry: 2, to: 2, witness }])

  const absent = await checkJournals(dir, sha256, [headAt('document/d2', 1)])
  assert.equal(absent.faults[0]?.reason, 'missing')
})

test('checked while others append, it calls nothing a fault', async () => {
  const { dir, journal, entries } = await withJournals()
  let last = entries.at(-1)
  let appending = true
  const appends = (async () => {
    for (let round = 0; appending && round < 500; round++) {
      const next = entriesAfter(last, ['more'])
      await journal.append('document/d1', next)
      last = next.at(-1)
      const head = { name: 'document/d1', length: last?.sequence ?? 0, hash: last?.hash ?? '' }
      const heads = await journal.read('heads', 0)
      const [made] = entriesAfter(heads.at(-1), ['']) as [(typeof entries)[number]]
      const { hash: _, ...open } = { ...made, event: { type: 'heads-recorded', v: 1, heads: [head] } as const }
      await journal.append('heads', [{ ...open, hash: sha256(canonicalJson(open)) }])
    }
  })()
  try {
    for (let round = 0; round < 10; round++) {
      const { damaged, faults } = await checkJournals(dir, sha256, [])
      assert.deepEqual([damaged, faults], [[], []])
    }
  } finally {
    appending = false
    await appends
  }
})
