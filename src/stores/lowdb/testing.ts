import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { sha256 } from '../conformance.ts'
import type { Disk } from '../disk/disk.ts'
import type { JournalReport } from './adapter.ts'
import { openLowdbJournal } from './journal.ts'

const base = mkdtempSync(join(tmpdir(), 'duizhao-journal-'))
after(() => rmSync(base, { recursive: true, force: true }))

/** A new folder, removed after the tests. */
export function newFolder(): string {
  return mkdtempSync(join(base, 'w-'))
}

/** The journal of a folder, and its reports. */
export function open(dir: string, disk?: Disk) {
  const reports: { name: string; report: JournalReport }[] = []
  const journal = openLowdbJournal(dir, {
    digest: sha256,
    onReport: (name, report) => reports.push({ name, report }),
    ...(disk && { disk }),
  })
  return { journal, reports }
}

/** A folder with one journal, `people`, of arbitrary bytes. */
export function folderWith(bytes: Uint8Array): { dir: string; file: string } {
  const dir = newFolder()
  mkdirSync(join(dir, 'journals'))
  const file = join(dir, 'journals', 'people.jsonl')
  writeFileSync(file, bytes)
  return { dir, file }
}
