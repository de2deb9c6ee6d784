import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testServer } from '../server/testing/server.ts'
import { newDatabase, withoutPostgres } from '../stores/postgres/testing/database.ts'
import { duizhao } from './testing/run.ts'

const skip = await withoutPostgres()
const folder = mkdtempSync(join(tmpdir(), 'duizhao-cli-database-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a workspace is moved into a database and back, and commands find it where it is', { skip }, async () => {
  const workspace = join(folder, 'workspace')
  const server = await testServer({ folder: workspace })
  await server.stop()
  const database = await newDatabase()
  const inFolder = await duizhao(['heads'], { workspace })
  const moved = await duizhao(['move', '--to'], { workspace, database })
  assert.deepEqual([moved.code, moved.err], [0, ''])
  assert.match(moved.out, /the same by every hash/)
  assert.doesNotMatch(moved.out, new RegExp(new URL(database).password))

  assert.equal((await duizhao(['heads'], { workspace, database })).out, inFolder.out)
  const verified = await duizhao(['verify'], { workspace, database })
  assert.deepEqual([verified.code, verified.err], [0, ''])
  const file = join(folder, 'report.txt')
  writeFileSync(file, '道路建设\n新建道路七十公里。\n')
  const imported = await duizhao(['import', file], { workspace, database })
  assert.equal(imported.code, 0, imported.err)
  const without = await duizhao(['verify'], { workspace })
  assert.equal(without.code, 2)
  assert.match(without.err, /DUIZHAO_DATABASE_URL/)

  const back = await duizhao(['move', '--from', database], { workspace })
  assert.equal(back.code, 0, back.err)
  const verifiedAgain = await duizhao(['verify'], { workspace })
  assert.equal(verifiedAgain.code, 0)
})

test('which way to move has to be said, and a database that does not answer is told without its password', async () => {
  const workspace = join(folder, 'workspace')
  for (const args of [['move'], ['move', '--to', 'mysql://x/y'], ['move', '--to']]) {
    assert.equal((await duizhao(args, { workspace })).code, 2)
  }
  const dead = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await new Promise((resolve) => dead.once('listening', resolve))
  const address = dead.address()
  const port = typeof address === 'object' ? address?.port : 0
  const url = `postgres://office:s3cr3t@127.0.0.1:${port}/office`
  try {
    const told = await duizhao(['verify'], { workspace: join(folder, 'none'), database: url })
    const moved = skip ? told : await duizhao(['move', '--to', url], { workspace })
    for (const { out, err } of [told, moved]) assert.doesNotMatch(`${out}${err}`, /s3cr3t/)
    if (!skip) assert.match(moved.err, new RegExp(`127.0.0.1:${port}/office`))
  } finally {
    dead.close()
  }
})
