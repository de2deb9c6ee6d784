import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sign, staffOf } from './testing/documents.ts'
import { testServer } from './testing/server.ts'

const script = join(import.meta.dirname, '../../docs/examples/two-languages.mjs')
const server = await testServer()
const folder = mkdtempSync(join(tmpdir(), 'duizhao-two-languages-'))
after(async () => {
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const first = '# 山村道路\n\n全年新建道路七十公里，投入四亿元。\n'
const put = (path: string, text: string) => writeFileSync(join(folder, 'zh', path), text)
const english = (path: string) => join(folder, 'en', path)

/** Runs the example of docs/api.md over the folder. */
async function run(token: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const env = { ...process.env, DUIZHAO_SERVER: server.address, DUIZHAO_TOKEN: token }
  const program = spawn(process.execPath, [script, folder], { env })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((resolve) => program.once('close', resolve))
  return { code, said }
}

test('a folder of Markdown is kept in two languages, and has no English that nobody signed', async () => {
  const staff = await staffOf(server)
  const made = await staff.translator.send('POST', '/api/tokens', {
    name: 'folder',
    scopes: ['read', 'documents'],
    days: 1,
  })
  const { text: token } = made.body
  mkdirSync(join(folder, 'zh/roads'), { recursive: true })
  put('roads/a.md', first)
  put('b.md', '# 山村道路\n')

  const begun = await run(token)
  assert.equal(begun.code, 0, begun.said)
  assert.match(begun.said, /zh\/roads\/a\.md: new, 2 sentences/)
  assert.match(begun.said, /en\/b\.md: waits, 1 sentences for a translator/)
  assert.equal(existsSync(english('b.md')), false)

  const ledger = () => JSON.parse(readFileSync(join(folder, 'duizhao.json'), 'utf8'))
  await sign(staff, ledger()['roads/a.md'].document)
  const signed = await run(token)
  assert.doesNotMatch(signed.said, /new/)
  assert.equal(
    readFileSync(english('roads/a.md'), 'utf8'),
    '# Mountain Village Roads\n\nOver the year, 70 kilometers of road were built, at a cost of 400 million yuan.\n',
  )
  assert.doesNotMatch((await run(token)).said, /roads/)

  // A changed source takes the signature with it; what was signed stays until the next one.
  const before = readFileSync(english('roads/a.md'), 'utf8')
  put('roads/a.md', `${first}\n全年新建道路七十公里，投入四亿元。\n`)
  const changed = await run(token)
  assert.match(changed.said, /zh\/roads\/a\.md: 0 changed, 1 new, 0 gone/)
  assert.match(changed.said, /en\/roads\/a\.md: waits/)
  assert.equal(readFileSync(english('roads/a.md'), 'utf8'), before)
  await sign(staff, ledger()['roads/a.md'].document)
  await run(token)
  assert.equal(readFileSync(english('roads/a.md'), 'utf8').match(/70 kilometers/g)?.length, 2)

  // What a stopped run has left is found again, and a refused file does not keep the others waiting.
  const { 'b.md': _, ...rest } = ledger()
  writeFileSync(join(folder, 'duizhao.json'), JSON.stringify(rest))
  put('a-broken.md', '\n')
  const again = await run(token)
  assert.equal(again.code, 1)
  assert.match(again.said, /^a-broken\.md: /m)
  assert.doesNotMatch(again.said, /zh\/b\.md: new/)
  assert.match(again.said, /en\/b\.md: waits/)
})
