import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { entriesAfter } from '../conformance.ts'
import { type Disk, privateDisk } from '../disk/disk.ts'
import { linesOf } from './lines.ts'
import { folderWith, open } from './testing.ts'

/** Laws over every way of damaging one journal file. Their time grows with its length: few entries in the usual run, more in the deep run. */

/** The real disk without flushing: for laws over thousands of files, during which the machine does not stop. */
const unflushedDisk: Disk = {
  ...privateDisk,
  flushFolder: async () => undefined,
  async open(path, how) {
    const file = await privateDisk.open(path, how)
    return { ...file, flush: async () => undefined }
  },
}

/** Cut at any byte, a journal opens with every whole entry, and its tail is preserved beside it. */
export async function cutAtEveryByte(length: number): Promise<void> {
  const entries = entriesAfter(
    undefined,
    Array.from({ length }, (_, index) => (index % 5 === 4 ? `换行\n与 “引号” ${index}` : `e${index}`)),
  )
  const bytes = linesOf(entries)
  const ends = entries.map((_, index) => linesOf(entries.slice(0, index + 1)).length)
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const { dir, file } = folderWith(bytes.subarray(0, cut))
    const { journal, reports } = open(dir, unflushedDisk)
    // The line feed at the end is not part of an entry.
    const whole = ends.filter((end) => end - 1 <= cut).length
    assert.deepEqual(await journal.read('people', 0), entries.slice(0, whole), `cut at ${cut}`)

    const start = ends[whole - 1] ?? 0
    const aside = join(dir, 'journals', 'people.1.tail')
    if (cut <= start) assert.deepEqual(reports, [], `cut at ${cut}`)
    else {
      const report = { type: 'tail-moved', file: aside, bytes: cut - start }
      assert.deepEqual(reports, [{ name: 'people', report }])
      assert.deepEqual(new Uint8Array(readFileSync(aside)), bytes.subarray(start, cut))
    }
    const next = entriesAfter(entries[whole - 1], ['next'])
    assert.equal(await journal.append('people', next), 'appended')
    assert.deepEqual(new Uint8Array(readFileSync(file)), linesOf([...entries.slice(0, whole), ...next]))
    rmSync(dir, { recursive: true })
  }
}

/**
 * A change of any one byte is reported; no other entry is lost; the file stays as it is and accepts no more entries.
 * `flips` are the bits to change, in addition to making each byte a line feed.
 */
export async function changeEveryByte(flips: readonly number[]): Promise<void> {
  const entries = entriesAfter(undefined, ['one', 'control \u001f', '三'])
  const bytes = linesOf(entries)
  const ends = entries.map((_, index) => linesOf(entries.slice(0, index + 1)).length)
  for (const [at, byte] of bytes.entries()) {
    for (const flip of [...flips, 0x0a ^ byte]) {
      if (flip === 0) continue
      const changed = Uint8Array.from(bytes)
      changed[at] = byte ^ flip
      const { dir, file } = folderWith(changed)
      const { journal, reports } = open(dir, unflushedDisk)
      const read = await journal.read('people', 0)

      assert.equal(reports[0]?.report.type, 'damaged', `byte ${at} with ${flip}`)
      const hit = ends.findIndex((end) => at < end)
      // A missing line feed affects both entries that it separated.
      const touched = at + 1 === ends[hit] ? [hit, hit + 1] : [hit]
      for (const [index, entry] of entries.entries()) {
        if (!touched.includes(index)) assert.ok(read.some(({ hash }) => hash === entry.hash))
      }
      if (at === bytes.length - 1) assert.deepEqual(read, entries)
      await assert.rejects(journal.append('people', entriesAfter(read.at(-1), ['more'])), /damaged/)
      assert.deepEqual(new Uint8Array(readFileSync(file)), changed)
      assert.deepEqual(readdirSync(join(dir, 'journals')), ['people.jsonl'])
      rmSync(dir, { recursive: true })
    }
  }
}
