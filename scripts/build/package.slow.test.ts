import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'duizhao-package-'))
after(() => rmSync(folder, { recursive: true, force: true }))
// What is compiled of the installed package goes with its folder.
process.env.NODE_COMPILE_CACHE = join(folder, 'compile-cache')

/** Runs npm as it comes with whatever Node.js runs the tests; its own settings of the outer run are not passed on. */
function npm(args: readonly string[], cwd: string) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name)),
  )
  return spawnSync('npm', args, { cwd, env, encoding: 'utf8' })
}

const command = join(folder, 'node_modules/duizhao/bin/duizhao.mjs')

/** Runs the packaged command; what is kept open to the server hears meanwhile that it was closed. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  return new Promise<{ status: number; stdout: string; stderr: string }>((done) =>
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) =>
      done({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    ),
  )
}

/** Starts the packaged server on a free port, and gives its address and one-time links once it has printed them. */
async function serve(workspace: string): Promise<{ server: ChildProcess; address: string; links: readonly string[] }> {
  const server = spawn(process.execPath, [command, 'serve', '--port', '0', '--workspace', workspace], { cwd: folder })
  // What goes wrong in it is told with the test that fails of it.
  server.stderr.pipe(process.stderr)
  let output = ''
  for await (const chunk of server.stdout) {
    output += chunk
    if (output.includes('Ctrl-C')) break
  }
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? []
  return { server, address, links: output.match(/http:\S+#\S+/g) ?? [] }
}

test('the package installs into an empty folder and serves the room and the sample without TypeScript', async (t) => {
  const built = npm(['run', '-s', 'build'], root)
  assert.equal(built.status, 0, built.stdout + built.stderr)
  const packed = npm(['pack', './dist', '--json', '--pack-destination', folder], root)
  assert.equal(packed.status, 0, packed.stderr)
  const [{ filename, files }] = JSON.parse(packed.stdout)
  const paths: readonly string[] = files.map(({ path }: { path: string }) => path)
  assert.deepEqual(
    paths.filter((path) => /(?<!\.d)\.(?:ts|tsx|map)$|\.test\./.test(path)),
    [],
  )

  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const installed = npm(['install', '--prefer-offline', '--no-audit', '--no-fund', filename], folder)
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENOTCACHED/.test(installed.stderr)) return t.skip('no registry can be reached')
  assert.equal(installed.status, 0, installed.stderr)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  assert.equal(spawnSync(process.execPath, [command, '--version'], { encoding: 'utf8' }).stdout.trim(), version)

  // A program in TypeScript knows the routes, their inputs and replies; one that asks for what is not there is told.
  const complaints = (program: string) => {
    writeFileSync(join(folder, 'program.mts'), program)
    const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--lib', 'es2024,dom']
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const args = [tsc, ...options, '--target', 'es2024', '--types', '', 'program.mts']
    return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout
  }
  const asks = (member: string) =>
    `import { createClient } from 'duizhao/client'\nconst answer = await createClient(fetch)('documents')\n` +
    `if (answer.type === 'reply') for (const document of answer.reply.documents) document.${member}.length\n`
  assert.equal(complaints(asks('title')), '')
  assert.match(complaints(asks('heading')), /TS2339.*'heading'/)

  const { server, address, links } = await serve(join(folder, 'workspace'))
  try {
    assert.equal(links.length, 4)
    const page = await (await fetch(address)).text()
    assert.match(page, /<script[^>]*src="\/main\.js"/)
    assert.match(await (await fetch(`${address}/main.js`)).text(), /createRoot|react/i)
    assert.doesNotMatch((await fetch(`${address}/main.js.map`)).headers.get('content-type') ?? '', /json/)
    assert.match(await (await fetch(`${address}/published/`)).text(), /<link rel="stylesheet"/)

    const accepted = await fetch(`${address}/api/invitation/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'duizhao', origin: address },
      body: JSON.stringify({ token: new URL(links[1] ?? '').hash.slice(1), password: 'a long enough password' }),
    })
    assert.equal(accepted.status, 200)
    const cookie = accepted.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ')
    const list = await fetch(`${address}/api/documents`, { headers: { cookie } })
    const { documents } = JSON.parse(await list.text())
    assert.equal(documents.length, 1)

    // A command goes through the server; reading a file of one's own runs in a worker of the package.
    const duizhao = (...args: string[]) => run([command, '--workspace', join(folder, 'workspace'), ...args])
    const text = join(folder, 'report.txt')
    writeFileSync(text, '工作报告\n去年全市生产总值增长5.2%。\n')
    const imported = await duizhao('import', text)
    assert.equal(imported.status, 0, imported.stdout + imported.stderr)
    const exported = await duizhao('export', documents[0].id, '--format', 'xliff')
    assert.match(exported.stdout, /<xliff/, exported.stderr)

    // The program that docs/api.md shows, with a token that was made as the page makes one.
    const made = await fetch(`${address}/api/tokens`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-requested-with': 'duizhao', origin: address },
      body: JSON.stringify({ name: 'list', scopes: ['read'], days: 1 }),
    })
    const { text: token } = JSON.parse(await made.text())
    const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/api.md'), 'utf8')) ?? []
    writeFileSync(join(folder, 'list.mjs'), program)
    const listed = await run(['list.mjs'], { ...process.env, DUIZHAO_SERVER: address, DUIZHAO_TOKEN: token })
    assert.equal(listed.stdout.trim().split('\n').length, 2, listed.stderr)
    assert.match(listed.stdout, new RegExp(`^${documents[0].id} `, 'm'))
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
  }
  assert.equal(server.exitCode, 0)
})
