import type { Release } from '../../model/release.ts'
import type { Digest, VerifySignature } from '../../ports/world.ts'
import { type CertificateFault, faultsOf, sheetHolds } from '../../review/certificate.ts'
import { signatureHolds } from '../../review/signoff.ts'
import { editionFolder, folderOf } from '../context.ts'
import { type ListedFile, type ReleaseCertificate, readSealed, sealHolds } from '../seal.ts'
import { extractText } from './extract.ts'

export interface Verifier {
  readonly digest: Digest
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: (key: string) => string
  /** Fingerprints that the office has published elsewhere; without any, whose the keys are is not asked. */
  readonly trusted?: readonly string[]
  /** Every path there is, to find files that no list names. */
  readonly paths?: readonly string[]
}

/** What does not agree. Words for each stand in `locales/<language>/publishing.json`, as `problem-<code>`. */
export interface Problem {
  readonly code:
    | 'file-missing'
    | 'file-changed'
    | 'file-unlisted'
    | 'malformed'
    | 'seal'
    | 'signature'
    | 'key'
    | 'document'
    | 'text'
    | 'segment-missing'
    | 'segment-added'
    | 'segment-moved'
    | 'whole-text'
    | 'figures'
  readonly path: string
  readonly segment?: string
}

export interface Verification {
  readonly problems: readonly Problem[]
  /** Fingerprints of the keys that signed something here. */
  readonly keys: readonly string[]
  readonly files: number
  readonly releases: number
}

/**
 * Checks a published site offline. What binds what: the approver's signature binds every sentence and the figure sheet
 * by hash; the certificate of a release binds, under the workspace's seal, each file of it; `site.json` binds under the
 * same seal all files there are. So an altered byte is named by its path. Integrity is that all this agrees; that the
 * seal is the office's own is known only by a fingerprint that came another way (`trusted`).
 */
export function verifySite(read: (path: string) => Uint8Array | null, verifier: Verifier): Verification {
  const { digest, verifySignature, fingerprintOf } = verifier
  const problems: Problem[] = []
  const keys = new Set<string>()
  const intact = new Map<string, string>()
  const listed = new Map<string, string>()
  const trusted = verifier.trusted?.map(normal)

  const site = textOf(read('site.json'))
  if (site === null) problems.push({ code: read('site.json') ? 'file-changed' : 'file-missing', path: 'site.json' })
  else {
    const list = readSealed(site, 'duizhao-site')
    if (list === null) problems.push({ code: 'malformed', path: 'site.json' })
    else if (!sealHolds(list, verifySignature)) problems.push({ code: 'seal', path: 'site.json' })
    else {
      hold(list.key, 'site.json')
      for (const file of list.files) check(file)
    }
  }

  const certificates = new Map<string, ReleaseCertificate>()
  const paths = new Set([...listed.keys(), ...(verifier.paths ?? [])].filter((path) => certificateShape.test(path)))
  for (const path of [...paths].sort()) {
    const text = listed.has(path) ? (intact.get(path) ?? null) : textOf(read(path))
    if (text === null) continue
    const certificate = certificateAt(path, text)
    if (certificate) certificates.set(path, certificate)
  }
  for (const path of verifier.paths ?? [])
    if (path !== 'site.json' && !listed.has(path)) problems.push({ code: 'file-unlisted', path })
  for (const certificate of certificates.values()) checkRelease(certificate)
  return { problems, keys: [...keys], files: listed.size, releases: certificates.size }

  /** Reads a listed file once and holds it against its hash. */
  function check({ path, sha256 }: ListedFile): void {
    const before = listed.get(path)
    if (before === sha256) return
    listed.set(path, sha256)
    const bytes = read(path)
    const text = textOf(bytes)
    if (bytes === null) problems.push({ code: 'file-missing', path })
    else if (before !== undefined || text === null || digest(text) !== sha256)
      problems.push({ code: 'file-changed', path })
    else intact.set(path, text)
  }

  function hold(key: string, path: string): void {
    const fingerprint = fingerprintOf(key)
    keys.add(fingerprint)
    if (trusted && !trusted.includes(normal(fingerprint))) problems.push({ code: 'key', path })
  }

  /** A certificate whose seal and signature hold, and which stands where it belongs. */
  function certificateAt(path: string, text: string): ReleaseCertificate | null {
    const certificate = readSealed(text, 'duizhao-certificate')
    const code = certificate === null ? 'malformed' : faultOf(certificate, path, verifier)
    if (code !== null) problems.push({ code, path })
    if (code !== null || certificate === null) return null
    hold(certificate.key, path)
    if (certificate.signOff.key !== certificate.key) hold(certificate.signOff.key, path)
    return certificate
  }

  /** The files of a release, and the text on each of its pages. */
  function checkRelease(certificate: ReleaseCertificate): void {
    const { document, release } = certificate
    for (const file of certificate.files) check(file)
    const folder = folderOf(document, release.number)
    const data = `${folder}${document}-v${release.number}.json`
    const json = intact.get(data)
    if (json !== undefined) problems.push(...dataProblems(data, json, certificate, verifier))
    const newest = !paths.has(`${folderOf(document, release.number + 1)}certificate.json`)
    for (const base of newest ? [folder, folderOf(document)] : [folder]) {
      for (const edition of ['both', 'zh', 'en'] as const) {
        const path = `${base}${editionFolder[edition]}index.html`
        const page = intact.get(path)
        if (page !== undefined) problems.push(...pageProblems(path, page, certificate, digest))
      }
    }
  }
}

/** What is wrong with a certificate by itself. It may be anything: whoever has a key can seal what they like. */
function faultOf(
  certificate: ReleaseCertificate,
  path: string,
  { digest, verifySignature }: Verifier,
): Problem['code'] | null {
  if (!sealHolds(certificate, verifySignature)) return 'seal'
  try {
    const { document, release, signOff } = certificate
    if (path !== `${folderOf(document, release.number)}certificate.json`) return 'malformed'
    if (!signOff.binding.segments.every(({ id, source, target }) => [id, source, target].every(isText)))
      return 'malformed'
    if (!signatureHolds(signOff, verifySignature)) return 'signature'
    if (signOff.binding.document !== document) return 'document'
    return sheetHolds(certificate, digest) ? null : 'figures'
  } catch {
    return 'malformed'
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

const certificateShape = /^d\/[a-z0-9][a-z0-9-]*\/v[1-9][0-9]*\/certificate\.json$/

/** The text of a file, if it is UTF-8; two different files never give the same text. */
function textOf(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function normal(fingerprint: string): string {
  return fingerprint.replace(/[\s:]/g, '').toLowerCase()
}

/** The release as data, held against its certificate. */
function dataProblems(
  path: string,
  json: string,
  certificate: ReleaseCertificate,
  verifier: Verifier,
): readonly Problem[] {
  let release: Release
  try {
    release = JSON.parse(json) as Release
    return faultsOf(certificate, release, verifier).map((fault) => problemOf(path, fault))
  } catch {
    return [{ code: 'malformed', path }]
  }
}

function problemOf(path: string, fault: CertificateFault): Problem {
  switch (fault.type) {
    case 'segment':
      return { code: 'text', path, segment: fault.segment }
    case 'segment-missing':
    case 'segment-added':
    case 'segment-moved':
      return { code: fault.type, path, segment: fault.segment }
    case 'text':
      return { code: 'whole-text', path }
    default:
      return { code: fault.type, path }
  }
}

/** The sentences a page shows, held against what was signed. */
export function pageProblems(
  path: string,
  page: string,
  certificate: ReleaseCertificate,
  digest: Digest,
): readonly Problem[] {
  const shown = extractText(page)
  if (shown === null || shown.rows.length === 0) return [{ code: 'malformed', path }]
  const { segments } = certificate.signOff.binding
  const signed = new Map(segments.map((segment) => [segment.id, segment]))
  const problems: Problem[] = []
  const rows = new Map(shown.rows.map((row) => [row.id, row]))
  for (const { id } of segments) if (!rows.has(id)) problems.push({ code: 'segment-missing', path, segment: id })
  const blocks = Map.groupBy(shown.rows, (row) => row.block)
  for (const row of shown.rows) {
    const { id, block, source, target } = row
    const hashes = signed.get(id)
    const copy = shown.copies.get(block)?.[blocks.get(block)?.indexOf(row) ?? -1]
    if (!hashes) problems.push({ code: 'segment-added', path, segment: id })
    else if (
      (source !== undefined && digest(source) !== hashes.source) ||
      (target !== undefined && digest(target) !== hashes.target) ||
      (source !== undefined && target !== undefined && copy !== target) ||
      (source ?? target) === undefined
    )
      problems.push({ code: 'text', path, segment: id })
  }
  if (problems.length > 0) return problems
  if (shown.rows.length !== segments.length)
    return [{ code: 'segment-added', path, segment: shown.rows.at(-1)?.id ?? '' }]
  const moved = segments.find(({ id }, i) => shown.rows[i]?.id !== id)
  return moved ? [{ code: 'segment-moved', path, segment: moved.id }] : []
}
