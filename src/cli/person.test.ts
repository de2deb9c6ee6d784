import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-person-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('person export writes what there is of somebody, by id or login, and refuses somebody unknown', async () => {
  const workspace = join(folder, 'workspace')
  await duizhao(['user', 'add', 'eve', 'Eve', '--roles', 'reviser'], { workspace })
  const { out } = await duizhao(['person', 'export', 'eve'], { workspace })
  const { account } = JSON.parse(out)
  assert.deepEqual([account.login, account.name], ['eve', 'Eve'])
  const file = join(folder, 'eve.json')
  assert.equal((await duizhao(['person', 'export', account.id, '--out', file], { workspace })).code, 0)
  const { record } = JSON.parse(readFileSync(file, 'utf8'))
  assert.equal(record.at(-1).act, 'data-exported')
  const { code, err } = await duizhao(['person', 'export', 'nobody'], { workspace })
  assert.equal(code, 3)
  assert.notEqual(err, '')
})
