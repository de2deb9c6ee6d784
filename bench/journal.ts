/**
 * What one append costs by how long the journal is already: the stores in memory and on the disk (with its flush, whose
 * time is the machine's and varies, and without), and a book over the former. Each figure is the median of many appends of one entry; the ratio is that of the
 * longest journal to the shortest, 1 where length does not matter.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Event } from '../src/model/event.ts'
import type { Journal } from '../src/ports/journal.ts'
import { anyEvent } from '../src/schemas/event.ts'
import { comment, entriesAfter, sha256 } from '../src/stores/conformance.ts'
import { type Disk, privateDisk } from '../src/stores/disk/disk.ts'
import { createMemoryJournal } from '../src/stores/in-memory/journal.ts'
import { openLowdbJournal } from '../src/stores/lowdb/journal.ts'
import { inOneStep, openBook } from '../src/workspace/core/book.ts'

const lengths = [1000, 10_000, 100_000]
const name = 'document/d1'
const texts = (count: number) => Array.from({ length: count }, (_, index) => `comment ${index}`)

/** The median of the time that each task takes, in microseconds. */
async function microseconds(tasks: readonly (() => Promise<unknown>)[]): Promise<number> {
  const taken: number[] = []
  for (const task of tasks) {
    const start = performance.now()
    await task()
    taken.push((performance.now() - start) * 1000)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0
}

async function appendToStore(journal: Journal, length: number): Promise<number> {
  const held = entriesAfter(undefined, texts(length))
  await journal.append(name, held)
  const next = entriesAfter(held.at(-1), texts(300))
  return microseconds(next.map((entry) => () => journal.append(name, [entry])))
}

const unflushedDisk: Disk = {
  ...privateDisk,
  flushFolder: async () => undefined,
  open: async (path, how) => ({ ...(await privateDisk.open(path, how)), flush: async () => undefined }),
}

async function appendOnDisk(length: number, disk: Disk): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  const journal = openLowdbJournal(folder, { digest: sha256, onReport: () => undefined, disk })
  const time = await appendToStore(journal, length)
  rmSync(folder, { recursive: true })
  return time
}

/** The book folds to a number, so that what is timed is the book. */
async function appendToBook(length: number): Promise<number> {
  const journals = createMemoryJournal()
  await journals.append(name, entriesAfter(undefined, texts(length)))
  const book = openBook<number, Event>(
    { journals, digest: sha256, pause: () => undefined, clock: () => '2026-03-01T08:00:00.000Z' },
    {
      name,
      holds: 'state',
      event: anyEvent,
      fold: inOneStep((before = 0, added) => before + added.length),
      grown: () => undefined,
    },
  )
  await book.read()
  return microseconds(texts(300).map((text) => () => book.write('p1', () => [comment(text)])))
}

const kinds: Readonly<Record<string, (length: number) => Promise<number>>> = {
  'in memory': (length) => appendToStore(createMemoryJournal(), length),
  'lowdb, unflushed': (length) => appendOnDisk(length, unflushedDisk),
  'lowdb, flushed': (length) => appendOnDisk(length, privateDisk),
  'book, in memory': appendToBook,
}

console.log(`One append, median in µs, to a journal of ${lengths.join(', ')} entries`)
for (const [kind, append] of Object.entries(kinds)) {
  const times: number[] = []
  for (const length of lengths) times.push(await append(length))
  const ratio = (times.at(-1) ?? 0) / (times[0] ?? 1)
  console.log(
    `  ${kind.padEnd(17)} ${times.map((time) => time.toFixed(0).padStart(7)).join('')}   ratio ${ratio.toFixed(1)}`,
  )
}
