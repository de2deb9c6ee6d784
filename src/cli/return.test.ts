import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { answered } from '../formats/review-page/fixtures/answered.ts'
import { password as everybodys, type TestServer, testServer } from '../server/testing/server.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-return-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let server: TestServer
let document: string
before(async () => {
  server = await testServer()
  for (const role of ['translator', 'approver'] as const) await server.signIn(role)
  const text = join(folder, 'plan.txt')
  writeFileSync(text, '山村水网方案\n建成骨干水网。\n坚持节水优先。\n')
  const { out } = await duizhao(['import', text, '--json'], { workspace: server.folder })
  document = JSON.parse(out).id
})
after(() => server.end())

/** The document as XLIFF, changed as another tool would. */
async function workedOn(name: string, change: (xliff: string) => string): Promise<string> {
  const file = join(folder, name)
  const workspace = { workspace: server.folder }
  await duizhao(['export', document, '--format', 'xliff', '--out', file], workspace)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  return file
}

const translated = (xliff: string) =>
  xliff
    .replace(/(<source>坚持节水优先。<\/source>)/, '$1<target>Saving water comes first.</target>')
    .replace('山村水网方案</source>', '山村水网新方案</source>')

test('a file is looked at, and taken with the password of whoever is named', async () => {
  const file = await workedOn('back.xlf', translated)
  const workspace = server.folder
  const looked = await duizhao(['return', document, file], { workspace })
  assert.equal(looked.code, 1)
  assert.equal(looked.out, 'edit\tb3.s1\t → Saving water comes first.\nChinese altered\tb1.s1\t山村水网新方案\n')
  assert.match(looked.err, /3 rows, 1 as they were, 1 edits, 0 conflicts, 0 comments, 1 that do not match\./)
  assert.match(
    (await duizhao(['return', document, file], { workspace, language: 'zh_CN.UTF-8' })).out,
    /^改动\tb3\.s1\t → Saving water comes first\.\n中文被改动\t/,
  )

  const args = ['--as', 'translator', 'return', document, file, '--take', '--json']
  const wrong = await duizhao(args, { workspace, password: 'not this one' })
  assert.deepEqual([wrong.code, JSON.parse(wrong.out).refusal.code], [3, 'wrong-password'])
  const taken = await duizhao(args, { workspace, password: everybodys })
  assert.deepEqual(JSON.parse(taken.out).taken, { edited: 1, confirmed: 0, suggested: 0, comments: 0, left: 0 })
  const again = await duizhao(['return', document, file, '--json'], { workspace })
  assert.equal(JSON.parse(again.out).counts.edit, 0)
})

test('edits are somebody’s: without a name, or without the role, nothing is taken', async () => {
  const file = await workedOn('other.xlf', (xliff) => xliff.replace('comes first', 'is first'))
  const workspace = server.folder
  const nobodys = await duizhao(['return', document, file, '--take'], { workspace, password: everybodys })
  assert.deepEqual([nobodys.code, nobodys.out], [2, ''])
  assert.match(nobodys.err, /--as LOGIN/)
  const approvers = await duizhao(['--as', 'approver', 'return', document, file, '--take', '--json'], {
    workspace,
    password: everybodys,
  })
  assert.deepEqual([approvers.code, JSON.parse(approvers.out).refusal.code], [3, 'role-missing'])
  assert.equal((await duizhao(['return', document, file, '--confirm'], { workspace })).code, 2)
})

test('a file for a reviewer outside comes back as their suggestions, and is no document of its own', async () => {
  const workspace = server.folder
  const file = join(folder, 'review.html')
  const { code } = await duizhao(['--as', 'translator', 'review-file', document, 'Qiao Ning', '--out', file], {
    workspace,
  })
  assert.equal(code, 0)
  const imported = await duizhao(['import', file, '--json'], { workspace })
  assert.equal(JSON.parse(imported.out).refusal.code, 'file-went-out')
  writeFileSync(file, answered(readFileSync(file), { 'b2.s1': { english: 'The main network was built.' } }))
  const args = ['--as', 'approver', 'return', document, file, '--take', '--json']
  const { taken, reviewer } = JSON.parse((await duizhao(args, { workspace, password: everybodys })).out)
  assert.deepEqual([taken.suggested, taken.edited, reviewer], [1, 0, 'Qiao Ning'])
})
