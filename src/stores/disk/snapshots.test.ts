import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { snapshotsConformance } from '../snapshots-conformance.ts'
import { openDiskSnapshots } from './snapshots.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-snapshots-'))
after(() => rmSync(folder, { recursive: true }))
let opened = 0
const fresh = () => join(folder, String(opened++))

snapshotsConformance('disk', async () => openDiskSnapshots(fresh()))

test('a file is its owner’s alone and survives a restart; one that is damaged anywhere is none', async () => {
  const place = fresh()
  await openDiskSnapshots(place).write('documents', new Uint8Array([1, 2, 3]))
  const [file = assert.fail()] = readdirSync(place).map((name) => join(place, name))
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const bytes = readFileSync(file)
  assert.deepEqual([...((await openDiskSnapshots(place).read('documents')) ?? [])], [1, 2, 3])
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    writeFileSync(file, changed)
    assert.equal(await openDiskSnapshots(place).read('documents'), null, `byte ${at}`)
    writeFileSync(file, bytes.subarray(0, at))
    assert.equal(await openDiskSnapshots(place).read('documents'), null, `cut at ${at}`)
  }
})
