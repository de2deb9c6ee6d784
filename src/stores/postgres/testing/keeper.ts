import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findPrograms, type Programs } from './programs.ts'

/**
 * A process that starts a PostgreSQL on loopback in a temporary folder and prints its address; once its standard input
 * ends, because whoever started it wishes so or was killed, it stops the database and removes the folder. Flushes are on
 * with the argument `durable` alone: tests kill processes, not machines.
 */

const durable = process.argv.includes('durable')
const programs = findPrograms()
if ('missing' in programs) {
  console.log(JSON.stringify(programs))
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'duizhao-postgres-'))
let server: ChildProcess | undefined
let ending = false
// It may end while the database is only being made.
process.stdin
  .on('end', () => void end(0))
  .on('error', () => void end(0))
  .resume()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

try {
  const started = await start(programs)
  console.log(JSON.stringify({ url: started }))
} catch (error) {
  console.error(error)
  await end(1)
}

async function start({ initdb, postgres, libraries, links, user }: Programs): Promise<string> {
  const [data, linked, secret] = [join(folder, 'data'), join(folder, 'lib'), join(folder, 'password')]
  mkdirSync(linked)
  for (const { name, file } of links) symlinkSync(file, join(linked, name))
  const password = randomBytes(12).toString('hex')
  writeFileSync(secret, password, { mode: 0o600 })
  if (user) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid)
  const path = [linked, ...libraries].join(delimiter)
  const env = { PATH: process.env.PATH, LC_ALL: 'C', LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path }
  const how = { ...user, cwd: folder, env }
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'duizhao', '-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8', '--locale=C', '--no-sync'],
    how,
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error ?? ''}`)
  for (let tries = 0; tries < 3 && !ending; tries++) {
    const port = await freePort()
    server = spawn(postgres, ['-D', data, ...settingsFor(port)], { ...how, stdio: ['ignore', 'ignore', 'pipe'] })
    if (await ready(server, data)) return `postgres://duizhao:${password}@127.0.0.1:${port}/postgres`
  }
  throw new Error('PostgreSQL did not start')
}

function settingsFor(port: number): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '32MB',
    max_wal_size: '256MB',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    autovacuum_naptime: '10min',
    lc_messages: 'C',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Whether it accepts connections; false if it ended, which it does where its port is taken. */
async function ready(child: ChildProcess, data: string): Promise<boolean> {
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    // What was read before it was up; later there is nobody to read it.
    if (log.length < 10_000) log += text
  })
  const pid = join(data, 'postmaster.pid')
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (child.exitCode !== null) {
      if (!log.includes('could not bind')) throw new Error(log)
      return false
    }
    // Its last line is the state.
    if (existsSync(pid) && /^ready/m.test(readFileSync(pid, 'utf8'))) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(log)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  if (server && server.exitCode === null) {
    const gone = once(server, 'exit')
    // An immediate shutdown: the folder is thrown away.
    server.kill('SIGQUIT')
    await gone
  }
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
