import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { password, type TestServer, testServer } from '../server/testing/server.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-replace-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let server: TestServer
let document: string
before(async () => {
  server = await testServer()
  for (const role of ['translator', 'approver'] as const) await server.signIn(role)
  const table = join(folder, 'plan.csv')
  writeFileSync(
    table,
    '骨干水网,The trunk grid\n建成水网。,The Trunk grid is built.\n坚持节水优先。,Saving water comes first.\n',
  )
  const { out } = await duizhao(['import', table, '--columns', 'zh=A,en=B', '--json'], { workspace: server.folder })
  document = JSON.parse(out).id
})
after(() => server.end())

const as = (login: string, ...args: readonly string[]) => ['--as', login, ...args]

test('places are looked at, replaced with the password of whoever is named, and taken back', async () => {
  const workspace = server.folder
  const args = ['replace', document, 'trunk grid', 'main network']
  const looked = await duizhao(as('translator', ...args), { workspace })
  assert.equal(looked.code, 0)
  assert.match(looked.out, /\t1\tThe \[trunk grid → main network\]\n/)
  assert.match(looked.out, /\t2\tThe \[Trunk grid → Main network\] is built\.\n/)
  assert.match(looked.err, /2 places in 2 sentences can be replaced\. Nothing has been changed\./)
  const chinese = await duizhao(as('translator', ...args, '--chinese', '骨干'), { workspace, language: 'zh_CN.UTF-8' })
  assert.match(chinese.err, /可替换 1 处，涉及 1 个句段/)

  const wrong = await duizhao(as('translator', ...args, '--take', '--json'), { workspace, password: 'not this one' })
  assert.deepEqual([wrong.code, JSON.parse(wrong.out).refusal.code], [3, 'wrong-password'])
  const done = await duizhao(as('translator', ...args, '--take', '--capitals', '--json'), { workspace, password })
  const { act, places } = JSON.parse(done.out).done
  assert.equal(places, 1)
  const undone = await duizhao(as('translator', 'undo-replace', act, document, '--json'), { workspace, password })
  assert.deepEqual(JSON.parse(undone.out), { segments: 1, refused: [] })
})

test('without a name, with a state that is none, or with an expression that is none nothing is looked for', async () => {
  const workspace = server.folder
  const nobodys = await duizhao(['replace', document, 'a', 'b'], { workspace })
  assert.deepEqual([nobodys.code, nobodys.out], [2, ''])
  assert.match(nobodys.err, /--as LOGIN/)
  assert.equal((await duizhao(as('translator', 'replace', 'all', 'a', 'b', '--states', 'done'), { workspace })).code, 2)
  const broken = await duizhao(as('translator', 'replace', 'all', '(a', 'b', '--expression'), { workspace })
  assert.equal(broken.code, 3)
  assert.match(broken.err, /no regular expression/)
})
