import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Verification, verifySite } from '../../src/publishing/verify/verify-site.ts'
import { fingerprintOf, verifySignature } from '../../src/server/signing-key.ts'

/** The paths of all files of a published site, from its root. */
function filesOf(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(site, path)).isFile())
    .sort()
}

/** Checks the site folder as an outsider does who has copied it. */
export function verify(site: string): Verification {
  const paths = filesOf(site)
  return verifySite((path) => (paths.includes(path) ? readFileSync(join(site, path)) : null), {
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    verifySignature,
    fingerprintOf,
    paths,
  })
}

/** The bytes of all files under a folder of the site, by path. */
export function bytesUnder(site: string, folder: string): ReadonlyMap<string, string> {
  const paths = filesOf(site).filter((path) => path.startsWith(folder))
  return new Map(paths.map((path) => [path, readFileSync(join(site, path)).toString('hex')]))
}
