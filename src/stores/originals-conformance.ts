import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Originals } from '../ports/originals.ts'

const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What every implementation of originals has to do. `open` gives a fresh, empty one. */
export function originalsConformance(name: string, open: () => Promise<Originals>): void {
  test(`${name}: a file is given back as it was kept, and what was not kept is null`, async () => {
    const originals = await open()
    const files = [new Uint8Array(), new Uint8Array([0, 255, 10]), new Uint8Array(100_000).fill(7)]
    for (const bytes of files) await originals.keep(nameOf(bytes), bytes)
    await originals.keep(nameOf(new Uint8Array()), new Uint8Array())
    for (const bytes of files) {
      const read = await originals.read(nameOf(bytes))
      assert.ok(read !== null && Buffer.from(read).equals(bytes))
    }
    assert.equal(await originals.read(nameOf(new Uint8Array([1]))), null)
  })

  test(`${name}: a name that is no hash is refused, so that none leads elsewhere`, async () => {
    const originals = await open()
    for (const hostile of ['', '../settings.json', 'A'.repeat(64), `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`]) {
      await assert.rejects(originals.read(hostile), RangeError)
      await assert.rejects(originals.keep(hostile, new Uint8Array()), RangeError)
    }
  })

  test(`${name}: what is kept and given back is not tied to the bytes of others`, async () => {
    const originals = await open()
    const bytes = new Uint8Array([1, 2, 3])
    const sha256 = nameOf(bytes)
    await originals.keep(sha256, bytes)
    bytes[0] = 9
    const read = await originals.read(sha256)
    if (read) read[1] = 9
    assert.deepEqual([...((await originals.read(sha256)) ?? [])], [1, 2, 3])
  })
}
