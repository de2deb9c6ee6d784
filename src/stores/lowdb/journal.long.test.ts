import assert from 'node:assert/strict'
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Entry } from '../../model/event.ts'
import { entriesAfter, journalConformance } from '../conformance.ts'
import { type Fault, failingDisk, type Operation } from '../disk/failing-disk.ts'
import { changeEveryByte, cutAtEveryByte } from './laws.ts'
import { linesOf } from './lines.ts'
import { folderWith, newFolder, open } from './testing.ts'

journalConformance('lowdb journal', async () => open(newFolder()).journal)

test('a journal is found again by the next process, and goes on', async () => {
  const dir = newFolder()
  const entries = entriesAfter(undefined, ['one', 'two', 'three\u2028four'])
  await open(dir).journal.append('document/d1', entries.slice(0, 2))
  await open(dir).journal.append('document/d1', entries.slice(2))
  const { journal, reports } = open(dir)
  assert.deepEqual(await journal.read('document/d1', 0), entries)
  assert.deepEqual(reports, [])
  assert.deepEqual(await journal.names('document/'), ['document/d1'])
})

test('a journal is one line of canonical JSON an entry, readable by its owner alone', async () => {
  const dir = newFolder()
  const entries = entriesAfter(undefined, ['one', 'two'])
  await open(dir).journal.append('document/d1', entries)
  const file = join(dir, 'journals', 'document', 'd1.jsonl')
  assert.deepEqual(new Uint8Array(readFileSync(file)), linesOf(entries))
  assert.equal(readFileSync(file, 'utf8').split('\n').length, 3)
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600)
})

test('files of others among the journals are no journals', async () => {
  const { dir, file } = folderWith(linesOf(entriesAfter(undefined, ['one'])))
  for (const other of ['Copy of people.jsonl', 'people.1.tail', 'notes.txt', 'empty.jsonl']) {
    writeFileSync(join(file, '..', other), other.startsWith('empty') ? '' : 'x')
  }
  assert.deepEqual(await open(dir).journal.names(''), ['people'])
})

test('cut at every byte, a journal opens with every whole entry, and its tail is kept beside it', () =>
  cutAtEveryByte(5))

test('any one byte changed anywhere is told, and nothing else is lost over it', () => changeEveryByte([0x01]))

test('a second tail does not take the place of the first', async () => {
  const { dir, file } = folderWith(new Uint8Array())
  for (const [index, tail] of ['{"broken', 'and again'].entries()) {
    appendFileSync(file, tail)
    const { journal, reports } = open(dir)
    assert.deepEqual(await journal.read('people', 0), [])
    assert.equal(reports.length, 1)
    assert.equal(readFileSync(join(dir, 'journals', `people.${index + 1}.tail`), 'utf8'), tail)
  }
})

test('a line taken out, put twice or put elsewhere is told', async () => {
  const entries = entriesAfter(undefined, ['one', 'two', 'three']) as [Entry, Entry, Entry]
  const [one, two, three] = entries
  const cases: readonly [readonly Entry[], number][] = [
    [[one, three], 2],
    [[two, three], 1],
    [[one, two, two, three], 3],
    [[one, three, two], 2],
  ]
  for (const [lines, line] of cases) {
    const { journal, reports } = open(folderWith(linesOf(lines)).dir)
    assert.deepEqual(await journal.read('people', 0), lines)
    const report = reports[0]?.report
    assert.deepEqual(report?.type === 'damaged' && report.damage[0], { line, reason: 'displaced' })
    await assert.rejects(journal.append('people', entriesAfter(lines.at(-1), ['four'])))
  }
})

test('bytes that are no journal at all are read as nothing and lose nothing', async () => {
  const encode = (text: string) => new TextEncoder().encode(text)
  const cases = ['\n', '\n\n', 'null\n', '[]\n', '{}\n', '"x"\n', '1\n', '\0\0\0\n', `${'['.repeat(100_000)}\n`]
  for (const text of cases) {
    const { dir, file } = folderWith(encode(text))
    const { journal, reports } = open(dir)
    assert.deepEqual(await journal.read('people', 0), [])
    assert.equal(reports[0]?.report.type, 'damaged')
    assert.equal(readFileSync(file, 'utf8'), text)
  }
  const { journal, reports } = open(folderWith(new Uint8Array(4096)).dir)
  assert.deepEqual(await journal.read('people', 0), [])
  assert.equal(reports[0]?.report.type, 'tail-moved')
})

test('an entry whose hash is not its own is thrown and not written', async () => {
  const dir = newFolder()
  const { journal } = open(dir)
  const [entry] = entriesAfter(undefined, ['one']) as [Entry]
  await assert.rejects(journal.append('people', [{ ...entry, by: 'p2' }]), /hash/)
  assert.deepEqual(await journal.read('people', 0), [])
  assert.equal(await journal.append('people', [entry]), 'appended')
})

test('a file that somebody else has written to takes no more', async () => {
  const { dir, file } = folderWith(linesOf(entriesAfter(undefined, ['one'])))
  const { journal } = open(dir)
  const held = await journal.read('people', 0)
  appendFileSync(file, 'by hand\n')
  const next = entriesAfter(held.at(-1), ['two'])
  await assert.rejects(journal.append('people', next), /somebody else/)
  await assert.rejects(journal.append('people', next), /somebody else/)
  assert.ok(readFileSync(file, 'utf8').endsWith('by hand\n'))
})

/** Lets the operations named fail, as long as `on`. */
function faulty(faults: Partial<Record<Operation, Fault>>) {
  const state = { on: true }
  const disk = failingDisk((operation) => (state.on ? (faults[operation] ?? null) : null))
  return { disk, state }
}

const eio: Fault = { code: 'EIO' }
const failures: readonly [string, Partial<Record<Operation, Fault>>][] = [
  ['the file cannot be opened', { open: { code: 'EMFILE' } }],
  ['no byte can be written', { write: { code: 'ENOSPC' } }],
  ['the disk is full after half an entry', { write: { code: 'ENOSPC', after: 100 } }],
  ['the disk is full after one entry and a half', { write: { code: 'ENOSPC', after: 300 } }],
  ['all is written but cannot be flushed', { 'flush-data': eio }],
]

for (const [what, faults] of failures) {
  test(`${what}: nothing is acknowledged, and the file is what it was`, async () => {
    const held = entriesAfter(undefined, ['one', 'two'])
    const { dir, file } = folderWith(linesOf(held))
    const { disk, state } = faulty(faults)
    state.on = false
    const { journal } = open(dir, disk)
    assert.deepEqual(await journal.read('people', 0), held)
    const next = entriesAfter(held.at(-1), ['three', 'four'])

    state.on = true
    await assert.rejects(journal.append('people', next), { code: Object.values(faults)[0]?.code })
    assert.deepEqual(await journal.read('people', 0), held)
    assert.deepEqual(new Uint8Array(readFileSync(file)), linesOf(held))

    state.on = false
    assert.equal(await journal.append('people', next), 'appended')
    const again = open(dir)
    assert.deepEqual(await again.journal.read('people', 0), [...held, ...next])
    assert.deepEqual(again.reports, [])
  })
}

test('a new journal whose folder cannot be made or flushed is not acknowledged, and is none', async () => {
  for (const faults of [{ makeFolder: { code: 'EACCES' } }, { flushFolder: eio }]) {
    const dir = newFolder()
    const { disk, state } = faulty(faults)
    const { journal } = open(dir, disk)
    const entries = entriesAfter(undefined, ['one'])
    await assert.rejects(journal.append('document/d1', entries))
    assert.deepEqual(await journal.read('document/d1', 0), [])
    assert.deepEqual(await open(dir).journal.names(''), [])
    state.on = false
    assert.equal(await journal.append('document/d1', entries), 'appended')
    assert.deepEqual(await open(dir).journal.read('document/d1', 0), entries)
  }
})

test('where a failed append cannot be taken back, the journal takes no more until it is opened anew', async () => {
  const cannotTakeBack: readonly Partial<Record<Operation, Fault>>[] = [{ cut: eio }, { 'flush-all': eio }]
  for (const more of cannotTakeBack) {
    const held = entriesAfter(undefined, ['one', 'two'])
    const { dir } = folderWith(linesOf(held))
    const { disk, state } = faulty({ write: { code: 'ENOSPC', after: 100 }, ...more })
    state.on = false
    const { journal } = open(dir, disk)
    await journal.read('people', 0)
    const next = entriesAfter(held.at(-1), ['three'])

    state.on = true
    await assert.rejects(journal.append('people', next), { code: 'ENOSPC' })
    state.on = false
    await assert.rejects(journal.append('people', next), /takes no entries/)
    assert.deepEqual(await journal.read('people', 0), held)

    const again = open(dir)
    assert.deepEqual(await again.journal.read('people', 0), held)
    assert.equal(await again.journal.append('people', next), 'appended')
  }
})

test('a journal whose opening fails is not half open: it throws, and opens once it can', async () => {
  const held = entriesAfter(undefined, ['one', 'two'])
  const torn = Buffer.concat([linesOf(held), Buffer.from('{"torn')])
  const obstacles: readonly Operation[] = ['read', 'open', 'write', 'cut', 'flush-all', 'flushFolder']
  for (const operation of obstacles) {
    const { dir, file } = folderWith(torn)
    const { disk, state } = faulty({ [operation]: eio })
    const { journal } = open(dir, disk)
    await assert.rejects(journal.read('people', 0), { code: 'EIO' })
    await assert.rejects(journal.append('people', entriesAfter(held.at(-1), ['three'])), { code: 'EIO' })
    assert.deepEqual(readFileSync(file).subarray(0, linesOf(held).length), Buffer.from(linesOf(held)))
    state.on = false
    assert.deepEqual(await journal.read('people', 0), held)
    const tails = readdirSync(join(dir, 'journals')).filter((name) => name.endsWith('.tail'))
    assert.ok(tails.some((name) => readFileSync(join(dir, 'journals', name), 'utf8') === '{"torn'))
  }
})

test('appends at once, some of which fail: what was acknowledged, and only that, is there', async () => {
  const dir = newFolder()
  let writes = 0
  const disk = failingDisk((operation) => {
    if (operation === 'write') writes += 1
    return operation === 'write' && writes % 3 === 0 ? { code: 'EIO', after: 7 } : null
  })
  const { journal } = open(dir, disk)
  const acknowledged: Entry[] = []
  for (let round = 0; round < 30; round += 1) {
    const next = entriesAfter(acknowledged.at(-1), [`round ${round}`])
    try {
      assert.equal(await journal.append('people', next), 'appended')
      acknowledged.push(...next)
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'EIO')
    }
  }
  assert.equal(acknowledged.length, 20)
  assert.deepEqual(await open(dir).journal.read('people', 0), acknowledged)
})
