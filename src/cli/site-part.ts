import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { certificatePath, folderOf } from '../publishing/addresses.ts'
import { readCertificate } from '../publishing/seal.ts'

/** A published site, or a folder of one, on the disk. */
export interface SitePart {
  /** The folder that is looked at, from the root of the site; empty for the whole. */
  readonly part: string
  /** Files by their paths from the root. */
  readonly paths: readonly string[]
  read(path: string): Uint8Array | null
}

/**
 * Finds what a folder is: a site, or the folder of a document or release, in its site or copied out of it. What has
 * neither a list nor a certificate is taken for a site, so that its verification names what is missing. Throws the errors
 * of the system where there is no folder.
 */
export function openSitePart(place: string): SitePart {
  const folder = resolve(place)
  if (!statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR', syscall: 'open', path: folder })
  const part = readFile(join(folder, 'site.json')) === null ? partOf(folder) : ''
  const depth = part.split('/').length - 1
  const above = resolve(folder, ...Array.from({ length: depth }, () => '..'))
  // A folder that stands in its site is read with it; one that was copied out, by itself.
  const root = part !== '' && join(above, part) === join(folder, '/') ? above : null
  const inside = (path: string) => (path.startsWith(part) ? join(folder, path.slice(part.length)) : null)
  return {
    part,
    paths: filesIn(folder).map((path) => `${part}${path}`),
    read: (path) => {
      const file = inside(path) ?? (root === null ? null : join(root, path))
      return file === null ? null : readFile(file)
    },
  }
}

/** The folder from the root of its site, as a certificate in it says; empty if there is none. */
function partOf(folder: string): string {
  const own = readFile(join(folder, 'certificate.json'))
  const nested = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^v[1-9][0-9]*$/.test(entry.name))
    .map(({ name }) => readFile(join(folder, name, 'certificate.json')))
    .find((bytes) => bytes !== null)
  const bytes = own ?? nested
  if (!bytes) return ''
  const certificate = readCertificate(new TextDecoder().decode(bytes))
  if (certificate === null) return /^v[1-9][0-9]*$/.test(basename(folder)) ? fromPlace(folder, 3) : fromPlace(folder, 2)
  const { document, release } = certificate
  const path = certificatePath({ document, number: release.number })
  return own ? path.slice(0, -'certificate.json'.length) : folderOf(document)
}

/** Of an unreadable certificate the place of its folder has to do. */
function fromPlace(folder: string, depth: number): string {
  const part = `${folder.split(/[/\\]/).slice(-depth).join('/')}/`
  return /^d\/[a-z0-9][a-z0-9-]*\/(v[1-9][0-9]*\/)?$/.test(part) ? part : ''
}

/** The files below a folder; none if there is no folder. */
export function openFolder(folder: string): Pick<SitePart, 'paths' | 'read'> {
  return { paths: filesIn(folder), read: (path) => readFile(join(folder, path)) }
}

/** The paths of all files below a folder, with `/`. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
}

/** The bytes of a file; null if there is none. */
function readFile(path: string): Uint8Array | null {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
}
