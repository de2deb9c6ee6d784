/** PostgreSQL's pg_trgm beside the packed memory, in a server of its own that listens on a socket alone. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectDefined } from '../src/model/expect.ts'

export interface PostgresFigures {
  readonly buildSeconds: number
  readonly indexBytes: number
  /** Milliseconds of each lookup, as the server's client measures them. */
  readonly times: readonly number[]
}

/** The folder of `initdb` and `pg_ctl`: Debian has one for each version. */
function binaries(): string | null {
  const versions = '/usr/lib/postgresql'
  const version = existsSync(versions) ? readdirSync(versions).sort().at(-1) : undefined
  const folder = version === undefined ? null : join(versions, version, 'bin')
  return folder !== null && existsSync(join(folder, 'initdb')) ? folder : null
}

/**
 * Builds a trigram index of texts and looks up the 50 most similar of each text wanted. Null where there is no
 * PostgreSQL with pg_trgm. Under the C locale pg_trgm finds no Chinese at all; C.UTF-8 knows what a letter is.
 */
export function measurePostgres(
  sources: readonly string[],
  wanted: readonly string[],
  folder: string,
): PostgresFigures | null {
  const bin = binaries()
  if (bin === null) return null
  const home = join(folder, 'postgres')
  mkdirSync(home)
  const user = userOf(folder, home)
  const run = (name: string, args: readonly string[], input?: string) =>
    execFileSync(join(bin, name), args, { ...user, cwd: home, input, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const data = join(home, 'data')
  try {
    run('initdb', ['-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-U', 'bench', '--no-sync'])
  } catch {
    return null
  }
  const sql = (input: string) => run('psql', ['-h', home, '-U', 'bench', '-d', 'postgres', '-qAt'], input)
  const settings = `-c listen_addresses= -c unix_socket_directories=${home} -c shared_buffers=512MB -c maintenance_work_mem=512MB`
  // Not by `execFileSync`: the server inherits the pipes, and the call would wait for its end.
  spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-w', '-o', settings, '-l', join(home, 'log'), 'start'], {
    ...user,
    cwd: home,
    stdio: 'ignore',
  })
  try {
    const file = join(home, 'texts')
    writeFileSync(file, sources.map((source) => `${source.replaceAll('\\', '\\\\')}\n`).join(''))
    const start = performance.now()
    sql(`create extension pg_trgm; create table texts (source text); \\copy texts from '${file}'
create index trigrams on texts using gin (source gin_trgm_ops); analyze texts;`)
    const buildSeconds = (performance.now() - start) / 1000
    const indexBytes = Number(sql("select pg_relation_size('trigrams')"))
    const queries = wanted.map((text) => {
      const quoted = `'${text.replaceAll("'", "''")}'`
      return `select count(*) from (select source from texts where source % ${quoted} order by similarity(source, ${quoted}) desc limit 50) best;`
    })
    const output = sql(`\\timing on\n${queries.join('\n')}\n`)
    const times = [...output.matchAll(/^Time: ([\d.]+) ms/gm)].map(([, ms]) => Number(expectDefined(ms, 'a time')))
    return { buildSeconds, indexBytes, times }
  } finally {
    spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...user, cwd: home, stdio: 'ignore' })
  }
}

/** PostgreSQL does not run as root: there it runs as its own user, which needs the folder. */
function userOf(folder: string, home: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const ids = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  const [uid = 0, gid = 0] = ids
  chownSync(folder, uid, gid)
  chownSync(home, uid, gid)
  return { uid, gid }
}
