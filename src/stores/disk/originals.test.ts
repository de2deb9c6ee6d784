import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { originalsConformance } from '../originals-conformance.ts'
import { openDiskOriginals } from './originals.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-originals-'))
after(() => rmSync(folder, { recursive: true }))
let opened = 0
const fresh = () => join(folder, String(opened++))

originalsConformance('disk', async () => openDiskOriginals(fresh()))

test('a file is its owner’s alone, survives a restart, and damage is a fault', async () => {
  const place = fresh()
  const bytes = new Uint8Array([1, 2, 3])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await openDiskOriginals(place).keep(sha256, bytes)
  assert.deepEqual(readdirSync(place), [sha256])
  assert.equal(statSync(join(place, sha256)).mode & 0o777, 0o600)
  assert.deepEqual([...((await openDiskOriginals(place).read(sha256)) ?? [])], [1, 2, 3])
  truncateSync(join(place, sha256), 2)
  await assert.rejects(openDiskOriginals(place).read(sha256), /is damaged/)
  await assert.rejects(openDiskOriginals(place).keep('a'.repeat(64), bytes), /not the bytes/)
})
