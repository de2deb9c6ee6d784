import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type JsonMember, writeJson } from './json-file.ts'

async function* each(items: readonly unknown[]): AsyncGenerator<unknown> {
  yield* items
}

test('what is written element by element reads as the record, and stops at the limit', async () => {
  const value = fc.jsonValue({ maxDepth: 2 })
  const names = fc.uniqueArray(fc.string({ maxLength: 5 }), { maxLength: 6 })
  const record = names.chain((all) => fc.tuple(...all.map((name) => fc.tuple(fc.constant(name), value))))
  await fc.assert(
    fc.asyncProperty(record, async (entries) => {
      const members = entries.map(
        ([name, value]): JsonMember => (Array.isArray(value) ? { name, list: each(value) } : { name, value }),
      )
      const bytes = await writeJson(members, 2 ** 20, () => undefined)
      assert.deepEqual(
        new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))),
        new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(entries))))),
      )
    }),
  )
  let read = 0
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      read += 1
      yield 'x'.repeat(1000)
    }
  }
  assert.equal(await writeJson([{ name: 'acts', list: endless() }], 500_000, () => undefined), null)
  assert.ok(read < 1000, String(read))
})
