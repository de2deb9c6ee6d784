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
  assert.equal((await checked(first)).faults, 0)
  await server.stop()
  assert.deepEqual(readdirSync(join(folder, 'snapshots')), ['documents.snapshot'])

  const documents = join(folder, 'journals/document')
  const [file = assert.fail()] = readdirSync(documents).map((name) => join(documents, name))
  const { atime, mtime } = statSync(file)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('"segment-drafted"', '"segment-drefted"'))
  utimesSync(file, atime, mtime)
  const second: Notice[] = []
  const again = await start(second)
  assert.equal(second.length, 0, 'the start did not read it')
  assert.equal((await checked(second)).faults, 1)
  const journals = second.flatMap((one) => (one.type === 'journal' ? [one.journal] : []))
  assert.deepEqual(journals, [`document/${file.replace(/.*\/|\.jsonl$/g, '')}`])
  await again.stop()
})
