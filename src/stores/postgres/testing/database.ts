import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** Where the PostgreSQL of a run is named for the processes of its tests; or `none: ` and why there is none. */
const variable = 'DUIZHAO_TEST_POSTGRES'
const none = 'none: '

/** A PostgreSQL for tests. */
type Kept = { readonly url: string } | { readonly missing: string }

/**
 * Starts a PostgreSQL that ends with this process, however that ends. `durable`: it flushes what it commits, as one in
 * use does; tests do without, since they kill no machine.
 */
async function keep(durable: boolean): Promise<Kept> {
  const script = fileURLToPath(new URL('./keeper.ts', import.meta.url))
  // Of a group of its own: a kill of the whole run leaves it alive to clean up.
  const keeper = spawn(process.execPath, [script, ...(durable ? ['durable'] : [])], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await Promise.race([
    once(createInterface(keeper.stdout), 'line'),
    once(keeper, 'exit').then(() => ['']),
  ])
  if (line === '') throw new Error('PostgreSQL did not start')
  // It does not keep this process alive, and ends when this end of the pipe is gone.
  keeper.unref()
  for (const pipe of [keeper.stdin, keeper.stdout]) if (pipe instanceof Socket) pipe.unref()
  return JSON.parse(line)
}

/** Starts the PostgreSQL of a run of tests, and names it for their processes. */
export async function prepareDatabases(): Promise<void> {
  const kept = await keep(false)
  process.env[variable] = 'missing' in kept ? `${none}${kept.missing}` : kept.url
}

async function ofThisRun(): Promise<Kept> {
  const named = process.env[variable]
  if (named === undefined) await prepareDatabases()
  const there = process.env[variable] ?? ''
  return there.startsWith(none) ? { missing: there.slice(none.length) } : { url: there }
}

let server: Promise<Kept> | undefined

/** Why tests that need PostgreSQL are skipped; false where they can run. */
export async function withoutPostgres(): Promise<string | false> {
  server ??= ofThisRun()
  const kept = await server
  return 'missing' in kept ? kept.missing : false
}

/** Makes an empty database, and gives its address. */
export async function newDatabase(): Promise<string> {
  server ??= ofThisRun()
  return databaseIn(await server)
}

/** An empty database in a PostgreSQL of its own that flushes, for measurements. */
export async function durableDatabase(): Promise<string> {
  return databaseIn(await keep(true))
}

async function databaseIn(kept: Kept): Promise<string> {
  if ('missing' in kept) throw new Error(kept.missing)
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: kept.url })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  const url = new URL(kept.url)
  url.pathname = `/${name}`
  return url.href
}

/** Ends every connection to a database of tests, as a server that is killed or a network that is cut does. */
export async function cutConnections(address: string): Promise<number> {
  const url = new URL(address)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [name],
    )
    return rowCount ?? 0
  } finally {
    await client.end()
  }
}
