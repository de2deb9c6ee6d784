import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { lockWorkspace } from '../stores/lowdb/lock.ts'
import { duizhao } from './testing/run.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'duizhao-serve-'))
const children: ChildProcess[] = []
after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  readonly address: string
  /** The token of the one-time link of the person with this display name. */
  invitation(name: string): string
  /** The output so far. */
  said(): { readonly out: string; readonly err: string }
}

/** Starts a server as a process of its own and waits until it says that it is up, or ends. */
async function start(
  command: 'npm' | 'node',
  args: readonly string[],
  { env = {} }: { env?: Record<string, string> } = {},
): Promise<Started> {
  const surroundings = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'en_US.UTF-8', ...env }
  const own = [join(root, 'scripts/run.mjs'), join(root, 'src/cli/main.ts'), 'serve', ...args]
  const child =
    command === 'npm'
      ? spawn('npm', ['start', '--', ...args], { cwd: root, env: surroundings, detached: true })
      : spawn(process.execPath, own, { cwd: root, env: surroundings })
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text
  })
  while (!said.out.includes('Ctrl-C') && child.exitCode === null) await wait(20)
  assert.equal(child.exitCode, null, said.err)
  return {
    child,
    address: said.out.match(/Duizhao is at (http:\/\/127\.0\.0\.1:\d+)/)?.[1] ?? '',
    invitation: (name) => said.out.match(new RegExp(`${name} .*#([\\w-]+)`))?.[1] ?? '',
    said: () => said,
  }
}

/** Waits until no process has the workspace open. */
async function untilFree(workspace: string): Promise<void> {
  for (;;) {
    const lock = lockWorkspace(workspace)
    if (lock.type === 'lock') return lock.release()
    await wait(20)
  }
}

test('npm start says where it is, who may come in and which engine drafts; Ctrl-C and SIGTERM end it', {
  timeout: 120_000,
}, async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const workspace = join(folder, `npm-${signal}`)
    const server = await start('npm', ['--port', '0'], { env: { DUIZHAO_WORKSPACE: workspace } })
    const { out } = server.said()
    assert.match(out, /^Duizhao is at http:\/\/127\.0\.0\.1:\d+$/m)
    assert.ok(out.includes(`Workspace: ${workspace}\n`) && !out.includes('is taken'))
    assert.match(out, /^Engine: translation memory.*Settings, Engine sets up Google Cloud Translation/m)
    assert.match(out, /^One-time links.*those printed before are void\.$/m)
    assert.equal(out.match(/\/invite#[\w-]{32}$/gm)?.length, 4)
    assert.match(out, /^ {2}Ren Jia \(reviser\): http/m)
    const page = await fetch(server.address)
    assert.match(await page.text(), /<!doctype html>/i)
    // A terminal sends Ctrl-C to all that run in it. A supervisor sends SIGTERM to npm alone, and the shell between npm
    // and the server does not pass it on.
    const pid = server.child.pid ?? Number.NaN
    process.kill(signal === 'SIGINT' ? -pid : pid, signal)
    await untilFree(workspace)
    assert.ok(!existsSync(join(workspace, 'command-token')))
  }
})

test('a signal to the server ends it with 0, and a second one changes nothing', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const workspace = join(folder, 'signals')
    const { child, said } = await start('node', ['--port', '0', '--workspace', workspace, '--no-sample'])
    child.kill(signal)
    child.kill(signal)
    assert.deepEqual(await once(child, 'close'), [0, null], signal)
    assert.ok(said().out.endsWith('Stopped.\n'))
    assert.equal(said().err, '')
  }
})

test('--workspace goes before DUIZHAO_WORKSPACE; a port that is taken is told; a second server is told who has it', async () => {
  const blocker = createServer().listen(0, '127.0.0.1')
  await once(blocker, 'listening')
  const { port } = blocker.address() as { port: number }
  const [named, other] = [join(folder, 'named'), join(folder, 'other')]
  const args = ['--workspace', named, '--port', String(port), '--no-sample']
  const server = await start('node', args, { env: { DUIZHAO_WORKSPACE: other } })
  assert.ok(existsSync(join(named, 'journals')) && !existsSync(other))
  assert.match(server.said().out, new RegExp(`^Port ${port} is taken; using \\d+\\.$`, 'm'))
  for (const [language, words] of [
    ['en_US.UTF-8', /^Another process holds the workspace/],
    ['zh_CN.UTF-8', /工作区/],
  ] as const) {
    const second = await duizhao(['serve', '--port', '0'], { workspace: named, language })
    assert.deepEqual([second.code, second.out], [4, ''])
    assert.match(second.err, words)
    for (const told of [named, String(server.child.pid), server.address]) assert.ok(second.err.includes(told), told)
  }
  server.child.kill('SIGTERM')
  await once(server.child, 'close')
  blocker.close()
})

test('killed amid imports and edits it starts again with every acknowledged one, and verify finds it whole', {
  timeout: 120_000,
}, async () => {
  const workspace = join(folder, 'killed')
  let cookie = ''
  const acknowledged: string[] = []
  for (let kill = 0; kill < 3; kill++) {
    const server = await start('node', ['--port', '0', '--workspace', workspace])
    const send = (method: string, path: string, body: string | Uint8Array<ArrayBuffer>) =>
      fetch(new URL(path, server.address), {
        method,
        headers: {
          'x-requested-with': 'duizhao',
          'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
          cookie,
        },
        body,
      })
    if (kill === 0) {
      const token = server.invitation('Tan Yue')
      const accepted = await send(
        'POST',
        '/api/invitation/accept',
        JSON.stringify({ token, password: 'a long password' }),
      )
      cookie = accepted.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
    }
    let stopped = false
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let count = 0; !stopped; count++) {
        const text = `去年，全县新建道路${kill * 10_000 + writer * 1000 + count}公里。\n`.repeat(50)
        const imported = await send('POST', '/api/documents?filename=a.txt', new TextEncoder().encode(text))
        const { id } = (await imported.json()) as { id: string }
        const path = `/api/documents/${id}/segments/b1.s1`
        const edited = await send('PUT', path, JSON.stringify({ base: 0, target: ['Roads were built.'] }))
        if (edited.ok) acknowledged.push(id)
      }
    })
    const before = acknowledged.length
    while (acknowledged.length < before + 5 + kill * 3) await wait(5)
    server.child.kill('SIGKILL')
    stopped = true
    await Promise.allSettled(writers)
  }
  const verified = await duizhao(['verify', '--json'], { workspace })
  const { faults, journals } = JSON.parse(verified.out)
  assert.deepEqual([verified.code, faults], [0, []])
  for (const id of acknowledged) {
    const found = journals.find(({ name }: { name: string }) => name === `document/${id}`)
    assert.equal(found?.entries, 2, id)
  }
  const again = await start('node', ['--port', '0', '--workspace', workspace])
  again.child.kill('SIGTERM')
  assert.deepEqual(await once(again.child, 'close'), [0, null])
  assert.match((await duizhao(['verify'], { workspace })).out, /^Journal people: 9 entries, whole\.$/m)
})

test('a workspace that cannot be used is one clear line in either language', async () => {
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'broken'))
  writeFileSync(join(folder, 'broken/settings.json'), '{')
  for (const [workspace, en, zh] of [
    [join(folder, 'file'), /a file stands where a folder is needed/, /这里需要文件夹/],
    [join(folder, 'file/under'), /a part of this path is a file/, /路径中有一段是文件/],
    [join(folder, 'broken'), /settings\.json is damaged/, /settings\.json 已损坏/],
  ] as const) {
    const english = await duizhao(['serve', '--port', '0'], { workspace })
    const chinese = await duizhao(['user', 'add', 'x', 'x', '--roles', 'reviser'], {
      workspace,
      language: 'zh_CN.UTF-8',
    })
    for (const [{ code, out, err }, words] of [
      [english, en],
      [chinese, zh],
    ] as const) {
      assert.deepEqual([code, out], [5, ''])
      assert.match(err, words)
      assert.equal(err.trim().split('\n').length, 1)
    }
  }
})

const nobody = 65_534
const asNobody =
  process.getuid?.() !== 0
    ? {}
    : spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), join(root, 'src/cli/main.ts'), '--version'], {
          uid: nobody,
        }).status === 0
      ? { uid: nobody }
      : null

test('a folder without the right to write is one clear line', {
  skip: process.platform === 'win32' || asNobody === null ? 'no user without that right can be had' : false,
}, () => {
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  chmodSync(folder, 0o755)
  chmodSync(locked, 0o555)
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), join(root, 'src/cli/main.ts'), '--workspace', join(locked, 'w')],
    { ...asNobody, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' } },
  )
  assert.deepEqual([status, stderr], [5, `${join(locked, 'w')} may not be used: this user has no right to it.\n`])
})

const older = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const version = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout : ''
  return version !== '' && Number(version.slice(1).split('.')[0]) < 24
})

test('an older Node.js says in one line what is needed', { skip: older ? false : 'no older Node.js here' }, () => {
  const { status, stdout, stderr } = spawnSync(older ?? '', [join(root, 'scripts/run.mjs'), 'src/cli/main.ts'], {
    encoding: 'utf8',
  })
  assert.deepEqual([status, stdout], [1, ''])
  assert.match(stderr, /^Duizhao needs Node\.js 24 or newer; this is v\d+[^\n]*\n$/)
})
