import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Snapshots } from '../ports/snapshots.ts'

/** What every implementation of snapshots has to do. `open` gives a fresh, empty one. */
export function snapshotsConformance(name: string, open: () => Promise<Snapshots>): void {
  test(`${name}: a snapshot is what was last written, and where nothing was there is none`, async () => {
    const snapshots = await open()
    assert.equal(await snapshots.read('documents'), null)
    for (const bytes of [new Uint8Array(), new Uint8Array([0, 255, 10]), new Uint8Array(3_000_000).fill(7)]) {
      await snapshots.write('documents', bytes)
      assert.deepEqual(new Uint8Array((await snapshots.read('documents')) ?? [9]), bytes)
    }
    assert.equal(await snapshots.read('other'), null)
  })

  test(`${name}: a name that could lead elsewhere is thrown`, async () => {
    const snapshots = await open()
    for (const hostile of ['', '..', '../settings', 'a/b', 'A', 'a.b', 'a\n', 'a'.repeat(101)]) {
      await assert.rejects(snapshots.read(hostile), RangeError)
      await assert.rejects(snapshots.write(hostile, new Uint8Array()), RangeError)
    }
  })
}
