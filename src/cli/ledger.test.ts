import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startServer } from '../server/start.ts'
import { signedDocument } from '../server/testing/documents.ts'
import { password, testServer } from '../server/testing/server.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-ledger-'))
const workspace = join(folder, 'workspace')
const site = join(workspace, 'site')
const earlier = join(folder, 'earlier')
let document = ''

before(async () => {
  const server = await testServer({ folder: workspace })
  const { id, approver } = await signedDocument(server, '山村道路\n')
  document = id
  cpSync(site, earlier, { recursive: true })
  assert.equal((await approver.send('POST', `/api/documents/${id}/releases`, {})).status, 200)
  await server.stop()
})
after(() => rmSync(folder, { recursive: true, force: true }))

const journal = (name: string) => join(workspace, 'journals', `${name}.jsonl`)

/** Runs a task with the last lines of a journal gone. */
async function without(name: string, lines: number, task: () => Promise<void>): Promise<void> {
  const text = readFileSync(journal(name), 'utf8')
  const left = text.trimEnd().split('\n').slice(0, -lines)
  writeFileSync(journal(name), left.map((line) => `${line}\n`).join(''))
  try {
    await task()
  } finally {
    writeFileSync(journal(name), text)
  }
}

async function start(): Promise<void> {
  const server = await startServer({ workspace, port: 0, room: false, invite: 'none', log: 'silent' })
  if (server.type === 'held') throw new Error('the workspace is held')
  await server.stop()
}

test('heads are printed, and kept they hold the ledger, as those do that were published', async () => {
  const file = join(folder, 'heads.json')
  const { out } = await duizhao(['heads', '--json'], { workspace })
  writeFileSync(file, out)
  const plain = await duizhao(['heads'], { workspace })
  assert.match(plain.out, new RegExp(`^document/${document} [0-9]+ [0-9a-f]{64}$`, 'm'))
  assert.deepEqual(
    JSON.parse(out).heads.map(({ name, length, hash }: Record<string, string>) => `${name} ${length} ${hash}`),
    plain.out.trim().split('\n'),
  )
  const certificate = join(site, 'd', document, 'v1/certificate.json')
  for (const kept of [file, certificate, join(site, 'site.json')]) {
    assert.deepEqual((await duizhao(['verify', '--heads', kept], { workspace })).code, 0)
    await without('settings', 1, async () => {
      const { code, out: words } = await duizhao(['verify', '--heads', kept], { workspace })
      assert.equal(code, 1)
      assert.match(words, /^Journal settings: entries 1 to 1 are missing\./)
    })
  }
  const none = await duizhao(['verify', '--heads', journal('people')], { workspace })
  assert.deepEqual([none.code, none.err.includes('people.jsonl')], [5, true])
  const all = JSON.parse(out)
  all.heads[0].length += 5
  writeFileSync(file, JSON.stringify(all))
  assert.equal((await duizhao(['verify', '--heads', file], { workspace })).code, 1, 'a head that nobody reached yet')
})

test('a journal without its end is named, by what was signed, released and published', async () => {
  await without(`document/${document}`, 1, async () => {
    const { code, out } = await duizhao(['verify'], { workspace })
    assert.equal(code, 1)
    assert.match(out, new RegExp(`^Journal document/${document}: entries 6 to 6 are missing\\.`))
    const chinese = await duizhao(['verify'], { workspace, language: 'zh_CN.UTF-8' })
    assert.match(chinese.out, /第 6 至 6 条缺失/)
  })
})

test('site and workspace are held to each other, and a site rolled back is told', async () => {
  const whole = await duizhao(['verify', site, '--against', workspace], {})
  assert.equal(whole.code, 0, whole.out)
  assert.equal((await duizhao(['verify', earlier], {})).code, 0, 'by itself it agrees with itself')
  const back = await duizhao(['verify', earlier, '--against', workspace], {})
  assert.equal(back.code, 1)
  assert.match(back.out, new RegExp(`^The workspace has published d/${document}/v1/certificate.json`))
  await without('people', 1, async () => {
    const { code, out } = await duizhao(['verify', site, '--against', workspace, '--json'], {})
    assert.equal(code, 1)
    const { faults, problems } = JSON.parse(out)
    assert.deepEqual([problems, faults[0].journal, faults[0].reason], [[], 'people', 'missing'])
  })
  const kept = await duizhao(['verify', earlier, '--heads', join(site, 'site.json')], {})
  assert.equal(kept.code, 1)
  assert.match(kept.out, /^site\.json is older than what is already known/)
})

test('the folder of a document is verified where it stands and where it was copied to', async () => {
  const copy = join(folder, 'copied')
  cpSync(join(site, 'd', document), copy, { recursive: true })
  for (const place of [join(site, 'd', document), join(site, 'd', document, 'v1'), copy, join(copy, 'v1')]) {
    const { code, out } = await duizhao(['verify', place], {})
    assert.equal(code, 0, `${place}\n${out}`)
    assert.match(out, /Releases: 1\. All are what was signed/)
    assert.equal(/outside this folder/.test(out), place.startsWith(copy))
  }
  const page = join(copy, 'v1/en/index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('Mountain', 'Fountain'))
  const changed = await duizhao(['verify', copy], {})
  assert.equal(changed.code, 1)
  assert.match(changed.out, new RegExp(`^File altered: d/${document}/v1/en/index.html`))
  assert.equal((await duizhao(['verify', join(folder, 'nowhere')], {})).code, 2)
})

test('the signing key is replaced on record, and what either key signed is verified by either', async () => {
  const pem = join(workspace, 'signing-key.pem')
  const told = await duizhao(['key', 'replace', '--lost'], { workspace })
  assert.deepEqual([told.code, /The signing key is there/.test(told.err)], [3, true])
  const replaced = await duizhao(['key', 'replace', '--json'], { workspace })
  assert.equal(replaced.code, 0, replaced.err)
  const { key, replaces, signed } = JSON.parse(replaced.out)
  assert.equal(signed, true)
  await start()
  for (const fingerprint of [key, replaces]) {
    const { code, out } = await duizhao(['verify', site, '--key', fingerprint], {})
    assert.equal(code, 0, out)
    assert.match(out, /history of keys joins to the one you gave/)
  }
  assert.equal((await duizhao(['verify'], { workspace })).code, 0)

  rmSync(pem)
  const lost = await duizhao(['key', 'replace'], { workspace })
  assert.deepEqual([lost.code, /The signing key is gone.*key replace --lost/.test(lost.err)], [5, true])
  const third = await duizhao(['key', 'replace', '--lost'], { workspace })
  assert.equal(third.code, 0)
  assert.match(third.out, /was lost and has not signed this/)
  await start()
  assert.equal((await duizhao(['verify', site, '--key', key], {})).code, 1, 'nothing leads on from a lost key')
  const next = JSON.parse((await duizhao(['verify', site, '--json'], {})).out).keys[0]
  assert.equal((await duizhao(['verify', site, '--key', key, '--key', next], {})).code, 0)
  assert.equal((await duizhao(['verify'], { workspace })).code, 0)
})

test('a release is withdrawn from the terminal by a password, and a site that does not tell it is an older one', async () => {
  const standing = join(folder, 'standing')
  cpSync(site, standing, { recursive: true })
  const why = ['--reason-zh', '路名有误', '--reason-en', 'The name of the road was wrong.']
  const withdraw = (typed: string, ...args: readonly string[]) =>
    duizhao(['--as', 'approver', 'withdraw', document, ...args, ...why], { workspace, password: typed })
  for (const [typed, number, said] of [
    ['an open screen', '1', /password/i],
    [password, '2', /no such release/],
    [password, 'one', /no such release/],
  ] as const) {
    const { code, out, err } = await withdraw(typed, number)
    assert.deepEqual([code, out, said.test(err)], [3, '', true], err)
  }
  const nobody = await duizhao(['withdraw', document, '1', ...why], { workspace, password })
  assert.equal(nobody.code, 3, 'an administrator')
  assert.equal((await duizhao(['withdraw', document, '1'], { workspace, password })).code, 2, 'without a reason')

  const done = await withdraw(password, '1')
  assert.deepEqual([done.code, done.err], [0, ''])
  assert.match(done.out, /^Release 1 is withdrawn\./)
  for (const place of [site, join(site, 'd', document), join(site, 'd', document, 'v1')]) {
    const { code, out } = await duizhao(['verify', place], {})
    assert.equal(code, 0, out)
    assert.match(
      out,
      new RegExp(`^d/${document}/v1/ is withdrawn since .*路名有误 The name of the road was wrong\\.$`, 'm'),
    )
  }
  assert.equal((await duizhao(['verify', site, '--against', workspace], {})).code, 0)
  const older = await duizhao(['verify', standing, '--against', workspace], {})
  assert.equal(older.code, 1)
  assert.match(older.out, new RegExp(`^The workspace has withdrawn d/${document}/v1/`, 'm'))
  await without(`document/${document}`, 1, async () => {
    const { code, out } = await duizhao(['verify', site, '--against', workspace], {})
    assert.equal(code, 1)
    assert.match(out, new RegExp(`^The workspace has never withdrawn d/${document}/v1/`, 'm'))
  })
  const again = await withdraw(password, '1')
  assert.deepEqual([again.code, /withdrawn already/.test(again.err)], [3, true])
})
