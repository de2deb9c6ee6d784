import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startServer } from '../server/start.ts'
import { signedDocument } from '../server/testing/documents.ts'
import { type TestServer, testServer } from '../server/testing/server.ts'
import { duizhao } from './testing/run.ts'

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
const [, lines = ''] = /## Back up while it runs\n.*?```sh\n(.*?)```/s.exec(page) ?? []
const isThere = ['tar', 'gzip'].every((tool) => spawnSync(tool, ['--version']).status === 0)
const skip = isThere ? false : 'tar or gzip is not on this machine'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-backup-'))
const workspace = join(folder, 'workspace')
const copy = join(folder, 'copy')
let server: TestServer | undefined
after(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the lines of docs/operations.md back up a workspace at work, and the copy is whole and opens', {
  skip,
}, async () => {
  server = await testServer({ folder: workspace })
  const { id, approver } = await signedDocument(server, '山村道路\n')
  assert.equal((await approver.send('POST', `/api/documents/${id}/releases`, {})).status, 200)
  const backup = () =>
    spawnSync('sh', ['-euc', lines], { env: { ...process.env, WORKSPACE: workspace }, encoding: 'utf8' })
  // As on every day: twice, with work in between, and the second takes the place of the first.
  assert.equal(backup().status, 0)
  await approver.send('POST', `/api/documents/${id}/segments/b1.s1/comments`, { text: 'Seen.' })
  const { status, stderr } = backup()
  assert.equal(status, 0, stderr)

  mkdirSync(copy)
  assert.equal(spawnSync('tar', ['xzf', join(folder, 'duizhao-backup.tar.gz'), '-C', copy]).status, 0)
  for (const left of ['lock.sqlite', 'holder.json', 'command-token', 'memory'])
    assert.ok(!existsSync(join(copy, left)), left)
  for (const taken of ['settings.json', 'signing-key.pem', 'journals/people.jsonl', 'site/site.json'])
    assert.deepEqual(readFileSync(join(copy, taken)), readFileSync(join(workspace, taken)), taken)
  const verified = await duizhao(['verify'], { workspace: copy })
  assert.equal(verified.code, 0, verified.out + verified.err)
  const published = await duizhao(['verify', join(copy, 'site'), '--against', copy], {})
  assert.equal(published.code, 0, published.out)

  const restored = await startServer({ workspace: copy, port: 0, room: false, invite: 'none', log: 'silent' })
  assert.ok(restored.type === 'server')
  const answer = await fetch(new URL(`/published/d/${id}/v1/`, restored.address))
  await restored.stop()
  assert.equal(answer.status, 200)
  assert.match(await answer.text(), /山村道路/)
  assert.equal((await duizhao(['verify'], { workspace: copy })).code, 0)
})
