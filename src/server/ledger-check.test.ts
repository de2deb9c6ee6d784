import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Notice } from './notices.ts'
import { startServer } from './start.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-check-'))
after(() => rmSync(folder, { recursive: true }))

async function start(notices: Notice[]) {
  const server = await startServer({
    workspace: folder,
    port: 0,
    room: true,
    sample: true,
    log: (one) => notices.push(one),
  })
  assert.ok(server.type === 'server')
  return server
}

async function checked(notices: readonly Notice[]): Promise<Extract<Notice, { readonly type: 'ledger-checked' }>> {
  for (let tries = 0; tries < 600; tries++) {
    const notice = notices.find((one) => one.type === 'ledger-checked')
    if (notice) return notice
    await wait(50)
  }
  assert.fail('the ledger was not checked')
}

test('a start from snapshots has the ledger checked beside it, and tells what it did not read itself', async () => {
  const first: Notice[] = []
  const server = await start(first)
  const whole = await checked(first).finally(() => server.stop())
  assert.equal(whole.faults, 0)
  assert.deepEqual(readdirSync(join(folder, 'snapshots')), ['documents.snapshot'])

  const documents = join(folder, 'journals/document')
  const [file = assert.fail()] = readdirSync(documents).map((name) => join(documents, name))
  const { atimeMs, mtimeMs } = statSync(file)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('"segment-drafted"', '"segment-drefted"'))
  // The same millisecond, in which the file was written last.
  utimesSync(file, atimeMs / 1000, (Math.trunc(mtimeMs) + 0.5) / 1000)
  const second: Notice[] = []
  const again = await start(second)
  const atStart = [...second]
  const { faults } = await checked(second).catch(async (fault) => {
    await again.stop()
    throw fault
  })
  const journals = second.flatMap((one) => (one.type === 'journal' ? [one.journal] : []))
  await again.stop()
  assert.deepEqual(atStart, [], 'the start did not read it')
  assert.equal(faults, 1)
  assert.deepEqual(journals, [`document/${file.replace(/.*\/|\.jsonl$/g, '')}`])
})
