import assert from 'node:assert/strict'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AccessNote } from '../../model/access.ts'
import { createMemoryAccessLog } from '../in-memory/access-log.ts'
import { openDiskAccessLog } from './access-log.ts'

const note = (at: number): AccessNote => ({
  at: new Date(at).toISOString(),
  type: at % 2 === 0 ? 'signed-in' : 'sign-in-refused',
  person: at % 3 === 0 ? null : `p${at}`,
  address: '127.0.0.1',
})
const fail = (fault: unknown) => assert.fail(String(fault))

test('notes come back newest first, after a restart too, and the file is its owner’s alone', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'access.log')
  for (const log of [createMemoryAccessLog(), openDiskAccessLog(file, fail)]) {
    assert.deepEqual(await log.recent(10), [])
    for (let at = 0; at < 5; at++) log.add(note(at))
    assert.deepEqual(await log.recent(3), [note(4), note(3), note(2)])
    log.add({ ...note(9), person: 'p2' })
    assert.deepEqual(await log.recent(2, 'p2'), [{ ...note(9), person: 'p2' }, note(2)])
    assert.deepEqual(await log.recent(2, 'p'), [])
  }
  assert.equal(statSync(file).mode & 0o777, 0o600)
  appendFileSync(file, '{"at":"2026-01-0')
  assert.deepEqual(await openDiskAccessLog(file, fail).recent(3), [{ ...note(9), person: 'p2' }, note(4), note(3)])
})

test('it keeps two files of bounded size, and the newest of the notes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'access.log')
  const log = openDiskAccessLog(file, fail, 1_000)
  for (let at = 0; at < 100; at++) {
    log.add(note(at))
    await log.written()
  }
  assert.ok(existsSync(`${file}.1`) && readFileSync(file).length < 1_300 && readFileSync(`${file}.1`).length < 1_300)
  const recent = await log.recent(100)
  assert.deepEqual(
    recent.slice(0, 9),
    Array.from({ length: 9 }, (_, back) => note(99 - back)),
  )
})

test('a disk that takes nothing loses notes and nothing else', async () => {
  const faults: unknown[] = []
  const log = openDiskAccessLog('/proc/none/access.log', (fault) => faults.push(fault))
  log.add(note(1))
  await log.written()
  assert.deepEqual([faults.length, await log.recent(1)], [1, []])
})
