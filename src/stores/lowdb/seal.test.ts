import assert from 'node:assert/strict'
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { entriesAfter, sha256 } from '../conformance.ts'
import { createMemorySnapshots } from '../in-memory/snapshots.ts'
import type { JournalReport } from './adapter.ts'
import { openLowdbJournal } from './journal.ts'
import { newFolder } from './testing.ts'

/** How often the hash of an entry was computed tells how many lines were verified. */
function openCounting(dir: string, snapshots = createMemorySnapshots()) {
  const reports: JournalReport[] = []
  let hashed = 0
  const digest = (text: string) => {
    hashed += 1
    return sha256(text)
  }
  const journal = openLowdbJournal(dir, { digest, snapshots, onReport: (_, report) => reports.push(report) })
  return { journal, reports, hashed: () => hashed }
}

const long = (count: number) => Array.from({ length: count }, (_, index) => `${index} `.repeat(1000))

/** A journal of two megabytes that was closed, and so sealed. */
async function sealed() {
  const dir = newFolder()
  const snapshots = createMemorySnapshots()
  const { journal } = openCounting(dir, snapshots)
  const entries = entriesAfter(undefined, long(600))
  await journal.append('document/d1', entries)
  await journal.close()
  const first = openCounting(dir, snapshots)
  await first.journal.read('document/d1', 0)
  assert.equal(first.hashed(), 600, 'a new journal is small when it is opened, and verified once')
  await first.journal.close()
  return { dir, snapshots, entries, file: join(dir, 'journals/document/d1.jsonl') }
}

test('a sealed journal is read as it is, and only what came since is verified', async () => {
  const { dir, snapshots, entries, file } = await sealed()
  const again = openCounting(dir, snapshots)
  assert.deepEqual(await again.journal.read('document/d1', 590), entries.slice(590))
  assert.deepEqual(await again.journal.read('document/d1', 0), entries)
  assert.equal(again.hashed(), 0)
  const more = entriesAfter(entries.at(-1), ['one more', 'and another'])
  assert.equal(await again.journal.append('document/d1', more), 'appended')
  assert.deepEqual(await again.journal.read('document/d1', 599), [...entries, ...more].slice(599))

  appendFileSync(file, '{"unfinished')
  const third = openCounting(dir, snapshots)
  assert.deepEqual(await third.journal.read('document/d1', 300), [...entries, ...more].slice(300))
  assert.equal(third.hashed(), more.length)
  assert.deepEqual(
    third.reports.map(({ type }) => type),
    ['tail-moved'],
  )
  assert.deepEqual([...(await third.journal.marks('')).values()][0]?.length, 602)
})

test('what is altered, cut or taken out under a seal is found as without one', async () => {
  const { dir, snapshots, entries, file } = await sealed()
  const bytes = readFileSync(file)
  for (const at of [0, 5000, Math.floor(bytes.length / 2), bytes.length - 2]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    writeFileSync(file, changed)
    const { journal, reports } = openCounting(dir, snapshots)
    await journal.read('document/d1', 0)
    assert.equal(reports[0]?.type, 'damaged', `byte ${at}`)
    await assert.rejects(journal.append('document/d1', entriesAfter(entries.at(-1), ['more'])), /damaged/)
    await journal.close()
  }
  writeFileSync(file, bytes)
  const whole = openCounting(dir, snapshots)
  await whole.journal.read('document/d1', 0)
  assert.equal(whole.hashed(), 0, 'a damaged journal left the seal as it was')

  truncateSync(file, bytes.length - 10)
  const { journal, reports } = openCounting(dir, snapshots)
  assert.deepEqual(await journal.read('document/d1', 0), entries.slice(0, -1))
  assert.equal(reports[0]?.type, 'tail-moved')
})

test('a seal that is not of this journal, or of no version, is none', async () => {
  const { dir, snapshots, entries } = await sealed()
  const name = 'seal-document--d1'
  const text = new TextDecoder().decode((await snapshots.read(name)) ?? assert.fail())
  const others = [text.replace('"version":1', '"version":0'), text.replace('document/d1', 'document/d2')]
  for (const other of [...others, text.replace(/"bytes":[0-9]+/, '"bytes":99999999')]) {
    await snapshots.write(name, new TextEncoder().encode(other))
    const { journal, hashed } = openCounting(dir, snapshots)
    assert.deepEqual(await journal.read('document/d1', 0), entries)
    assert.equal(hashed(), 600)
  }
})
