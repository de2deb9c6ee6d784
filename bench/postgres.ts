/**
 * Acknowledged appends a second, each of one entry and flushed: lowdb beside PostgreSQL on loopback, one writer and
 * twenty, each writer on a journal of its own and all on one machine. The two take turns, since the disk's time varies.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Journal } from '../src/ports/journal.ts'
import { entriesAfter, sha256 } from '../src/stores/conformance.ts'
import { openLowdbJournal } from '../src/stores/lowdb/journal.ts'
import { openDatabase } from '../src/stores/postgres/database.ts'
import { openPostgresJournal } from '../src/stores/postgres/journal.ts'
import { durableDatabase } from '../src/stores/postgres/testing/database.ts'

const rounds = 3
const milliseconds = 2000
const text = '一二三四五'.repeat(40)

async function write(journal: Journal, name: string, until: number): Promise<number> {
  let last = (await journal.read(name, 0)).at(-1)
  for (let count = 0; ; count++) {
    if (performance.now() >= until) return count
    const entries = entriesAfter(last, [text])
    if ((await journal.append(name, entries)) !== 'appended') throw new Error('each journal has one writer')
    last = entries.at(-1)
  }
}

async function appendsASecond(journal: Journal, writers: number, label: string): Promise<number> {
  const until = performance.now() + milliseconds
  const names = Array.from({ length: writers }, (_, index) => `document/${label}-${index}`)
  const counts = await Promise.all(names.map((name) => write(journal, name, until)))
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / milliseconds
}

const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
const database = await openDatabase(await durableDatabase())
const journals: Readonly<Record<string, Journal>> = {
  lowdb: openLowdbJournal(folder, { digest: sha256, onReport: () => undefined }),
  PostgreSQL: openPostgresJournal(database, { digest: sha256, server: 'bench', onDamage: () => undefined }),
}
console.log(`Acknowledged appends a second, median of ${rounds}`)
for (const writers of [1, 20]) {
  const figures = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    for (const [kind, journal] of Object.entries(journals)) {
      const figure = await appendsASecond(journal, writers, `${writers}-${round}`)
      figures.set(kind, [...(figures.get(kind) ?? []), figure])
    }
  }
  for (const [kind, measured] of figures) {
    const median = measured.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
    console.log(`  ${kind.padEnd(11)} ${String(writers).padStart(3)} writers ${median.toFixed(0).padStart(6)}`)
  }
}
await database.close()
rmSync(folder, { recursive: true })
