import type { Withdrawal } from '../../model/release.ts'
import { headsBehind } from '../../review/heads.ts'
import { certificateFolder, certificatePath, folderOf } from '../addresses.ts'
import {
  type ReleaseCertificate,
  readCertificate,
  readSiteList,
  type SiteList,
  sealHolds,
  type WithdrawalSeal,
} from '../seal.ts'
import { certificateProblem } from './certificate.ts'
import { type Files, openFiles } from './files.ts'
import { type Keys, openKeys } from './keys.ts'
import type { Problem } from './problem.ts'
import { dataProblems } from './release-data.ts'
import { textProblems } from './text-pages.ts'
import type { Verifier } from './verifier.ts'
import { checkReleaseFile, withdrawalBeside } from './withdrawal.ts'

export interface Verification {
  readonly problems: readonly Problem[]
  /** Fingerprints of the keys that signed something in this site. */
  readonly keys: readonly string[]
  /** Those of them that are trusted, by what was given and by the office's history of keys. */
  readonly trusted: readonly string[]
  readonly files: number
  readonly releases: number
  /** Those of them that the office has withdrawn: no problem, and what a reader has to know. */
  readonly withdrawn: readonly Withdrawal[]
  /** Files that no list names and nobody takes for pages of the office, such as `robots.txt`. */
  readonly extras: readonly string[]
  /** Files of the releases that are outside the part that was looked at and are not there. */
  readonly outside: readonly string[]
}

/**
 * Checks a published site offline, or one folder of it. The approver's signature binds every sentence and the figure
 * sheet by hash; a release's certificate binds each file of the release under the workspace's seal; `site.json` binds all
 * files under the same seal. Of a withdrawn release the seal of the withdrawal binds the notice on its pages. A changed
 * byte is therefore reported by the path of its file. Integrity means that all of this agrees; only a fingerprint from
 * elsewhere (`trusted`) shows that the seal is the office's.
 */
export function verifySite(read: (path: string) => Uint8Array | null, verifier: Verifier): Verification {
  const { part = '' } = verifier
  const files = openFiles(read, verifier.digest)
  const found = listOf(files, verifier)
  const list = 'code' in found ? null : found
  const keys = openKeys(verifier, list)
  const problems: Problem[] = list === null ? missingList(found, part) : [...listProblems(list, files, keys, verifier)]
  const paths = verifier.paths ?? []
  const certificatePaths = certificatesIn([...files.paths(), ...paths]).filter((path) => path.startsWith(part))
  if (part !== '' && certificatePaths.length === 0)
    problems.push({ code: 'file-missing', path: `${part}certificate.json` })
  const certificates = readCertificates(certificatePaths, { files, keys, problems }, verifier)
  const extras: string[] = []
  for (const path of paths) {
    if (path === siteList || files.listed(path)) continue
    if (!mayBePage(path)) extras.push(path)
    else if (list !== null) problems.push({ code: 'file-unlisted', path })
  }
  const outside: string[] = []
  const withdrawn: Withdrawal[] = []
  for (const certificate of certificates) {
    const { document, release } = certificate
    const next = certificatePath({ document, number: release.number + 1 })
    const newest = !certificatePaths.includes(next) && !files.exists(next)
    if (list !== null) problems.push(...behind(list, certificate))
    const { sealed, problems: ofWithdrawal } = withdrawalBeside(certificate, { files, keys, list }, verifier)
    if (sealed !== null) withdrawn.push(sealed.withdrawal)
    problems.push(...ofWithdrawal)
    const looked = { newest, isListed: list !== null, outside, sealed }
    problems.push(...releaseProblems(certificate, looked, files, verifier))
  }
  return {
    problems,
    keys: keys.seen(),
    trusted: keys.trusted(),
    files: files.paths().length,
    releases: certificates.length,
    withdrawn,
    extras,
    outside: [...new Set(outside)],
  }
}

const siteList = 'site.json'

/** The list of the site; a problem if there is none that its key has sealed. */
function listOf(files: Files, { verifySignature }: Verifier): SiteList | Problem {
  const text = files.text(siteList)
  if (text === null) return { code: files.exists(siteList) ? 'list-changed' : 'file-missing', path: siteList }
  const list = readSiteList(text)
  return list !== null && sealHolds(list, verifySignature) ? list : { code: 'list-changed', path: siteList }
}

/** One folder of a site can be verified without the list of the whole. */
function missingList(found: Problem | SiteList, part: string): Problem[] {
  return 'code' in found && !(part !== '' && found.code === 'file-missing') ? [found] : []
}

/** The problems of the files that the list of the site names, and of what it says of the ledger. */
function listProblems(
  list: SiteList,
  files: Files,
  keys: Keys,
  { part = '', heads = [] }: Verifier,
): readonly Problem[] {
  const listed = list.files.filter(({ path }) => path.startsWith(part))
  const lesser = headsBehind(list.heads ?? [], heads)
  return [
    ...keys.hold([list.key], siteList),
    ...lesser.map(({ name, length }) => ({ code: 'site-behind', path: siteList, journal: name, length }) as const),
    ...listed.flatMap((file) => files.check(file)),
  ]
}

/** A list that names lesser heads than a certificate beside it is older than that. */
function behind(list: SiteList, certificate: ReleaseCertificate): readonly Problem[] {
  if (list.heads === undefined) return []
  const heads = headsBehind(list.heads, certificate.heads ?? [])
  return heads.map(({ name, length }) => ({ code: 'site-behind', path: siteList, journal: name, length }))
}

/** The certificates that hold by themselves; what is wrong with the others goes to the problems. */
function readCertificates(
  paths: readonly string[],
  { files, keys, problems }: { readonly files: Files; readonly keys: Keys; readonly problems: Problem[] },
  verifier: Verifier,
): readonly ReleaseCertificate[] {
  const certificates: ReleaseCertificate[] = []
  for (const path of paths) {
    const text = files.listed(path) ? files.intact(path) : files.text(path)
    if (text === null) continue
    const certificate = readCertificate(text)
    const code = certificate === null ? 'malformed' : certificateProblem(certificate, path, verifier)
    if (code !== null) problems.push({ code, path })
    else if (certificate !== null) {
      certificates.push(certificate)
      problems.push(...keys.hold([certificate.key, certificate.signOff.key], path))
    }
  }
  return certificates
}

/** Whether a reader could take a file for a page or document of the office; others cannot mislead anybody. */
function mayBePage(path: string): boolean {
  return path.startsWith('d/') || /\.(html?|xht(ml)?|svg|pdf|docx?)$/i.test(path)
}

function certificatesIn(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter((path) => certificateFolder(path) !== null).sort()
}

/** The problems of the files of a release, and of the text on each of its pages. */
function releaseProblems(
  certificate: ReleaseCertificate,
  {
    newest,
    isListed,
    outside,
    sealed,
  }: {
    readonly newest: boolean
    readonly isListed: boolean
    readonly outside: string[]
    readonly sealed: WithdrawalSeal | null
  },
  files: Files,
  verifier: Verifier,
): readonly Problem[] {
  const { document, release } = certificate
  const { part = '', digest } = verifier
  const problems = certificate.files.flatMap((file) => {
    const isOutside = !file.path.startsWith(part) && !files.exists(file.path)
    if (isOutside) outside.push(file.path)
    return isOutside ? [] : checkReleaseFile(file, sealed, files, digest)
  })
  const folder = folderOf(document, release.number)
  const data = `${folder}${document}-v${release.number}.json`
  const json = files.intact(data)
  if (json !== null) problems.push(...dataProblems(data, json, certificate, verifier))
  problems.push(...textProblems(certificate, { newest, isListed }, files, verifier))
  return problems
}
