import { certificateFolder, certificatePath, editionFolder, editions, folderOf } from '../addresses.ts'
import { type ReleaseCertificate, readCertificate, readSiteList, sealHolds } from '../seal.ts'
import { certificateProblem } from './certificate.ts'
import { type Files, openFiles } from './files.ts'
import { pageProblems } from './page-text.ts'
import type { Problem } from './problem.ts'
import { dataProblems } from './release-data.ts'
import type { Verifier } from './verifier.ts'

export interface Verification {
  readonly problems: readonly Problem[]
  /** Fingerprints of the keys that signed something in this site. */
  readonly keys: readonly string[]
  readonly files: number
  readonly releases: number
}

/**
 * Checks a published site offline. The approver's signature binds every sentence and the figure sheet by hash; a
 * release's certificate binds each file of the release under the workspace's seal; `site.json` binds all files under the
 * same seal. A changed byte is therefore reported by the path of its file. Integrity means that all of this agrees;
 * only a fingerprint from elsewhere (`trusted`) shows that the seal is the office's.
 */
export function verifySite(read: (path: string) => Uint8Array | null, verifier: Verifier): Verification {
  const files = openFiles(read, verifier.digest)
  const keys = openKeys(verifier)
  const problems = [...listProblems(files, keys, verifier)]
  const paths = verifier.paths ?? []
  const certificates = new Map<string, ReleaseCertificate>()
  const certificatePaths = certificatesIn([...files.paths(), ...paths])
  for (const path of certificatePaths) {
    const text = files.listed(path) ? files.intact(path) : files.text(path)
    if (text === null) continue
    const certificate = readCertificate(text)
    const code = certificate === null ? 'malformed' : certificateProblem(certificate, path, verifier)
    if (code !== null) problems.push({ code, path })
    else if (certificate !== null) {
      certificates.set(path, certificate)
      problems.push(...keys.hold([certificate.key, certificate.signOff.key], path))
    }
  }
  for (const path of paths) {
    if (path !== siteList && !files.listed(path)) problems.push({ code: 'file-unlisted', path })
  }
  for (const certificate of certificates.values()) {
    const { document, release } = certificate
    const newest = !certificatePaths.includes(certificatePath({ document, number: release.number + 1 }))
    problems.push(...releaseProblems(certificate, newest, files, verifier))
  }
  return { problems, keys: keys.seen(), files: files.paths().length, releases: certificates.size }
}

const siteList = 'site.json'

/** The problems of the list of the site and of the files it names. */
function listProblems(files: Files, keys: Keys, { verifySignature }: Verifier): readonly Problem[] {
  const text = files.text(siteList)
  if (text === null) return [{ code: files.exists(siteList) ? 'file-changed' : 'file-missing', path: siteList }]
  const list = readSiteList(text)
  if (list === null) return [{ code: 'malformed', path: siteList }]
  if (!sealHolds(list, verifySignature)) return [{ code: 'seal', path: siteList }]
  return [...keys.hold([list.key], siteList), ...list.files.flatMap((file) => files.check(file))]
}

function certificatesIn(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter((path) => certificateFolder(path) !== null).sort()
}

/** The problems of the files of a release, and of the text on each of its pages. */
function releaseProblems(
  certificate: ReleaseCertificate,
  newest: boolean,
  files: Files,
  verifier: Verifier,
): readonly Problem[] {
  const { document, release } = certificate
  const problems = certificate.files.flatMap((file) => files.check(file))
  const folder = folderOf(document, release.number)
  const data = `${folder}${document}-v${release.number}.json`
  const json = files.intact(data)
  if (json !== null) problems.push(...dataProblems(data, json, certificate, verifier))
  for (const base of newest ? [folder, folderOf(document)] : [folder]) {
    for (const edition of editions) {
      const path = `${base}${editionFolder[edition]}index.html`
      const page = files.intact(path)
      if (page !== null) problems.push(...pageProblems(path, page, certificate, verifier.digest))
    }
  }
  return problems
}

/** The keys that signed something, compared with those that the office has published. */
interface Keys {
  /** Records the keys (SPKI, base64) that signed the file at a path, and gives the problems with them. */
  hold(keys: readonly string[], path: string): readonly Problem[]
  /** The fingerprints of all keys. */
  seen(): readonly string[]
}

function openKeys({ fingerprintOf, trusted }: Verifier): Keys {
  const fingerprints = new Set<string>()
  const wanted = trusted?.map(bare)
  return {
    hold(keys, path) {
      const signers = [...new Set(keys)].map((key) => fingerprintOf(key))
      for (const fingerprint of signers) fingerprints.add(fingerprint)
      const untrusted = signers.filter((fingerprint) => wanted !== undefined && !wanted.includes(bare(fingerprint)))
      return untrusted.map(() => ({ code: 'key', path }))
    },
    seen: () => [...fingerprints],
  }
}

/** A fingerprint without the separators that people put between its digits. */
function bare(fingerprint: string): string {
  return fingerprint.replace(/[\s:]/g, '').toLowerCase()
}
