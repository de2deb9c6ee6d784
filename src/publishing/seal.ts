import { isSitePath } from '../ports/site.ts'
import type { Digest, Signer, VerifySignature } from '../ports/world.ts'
import { canonicalJson } from '../review/canonical.ts'
import type { Certificate } from '../review/certificate.ts'

/** A file of the site: its path from the root, and the SHA-256 of its bytes in hex. */
export interface ListedFile {
  readonly path: string
  readonly sha256: string
}

/** A list of files with the workspace's signature (Ed25519, base64) over its canonical JSON without `signature`. */
interface Sealed {
  readonly files: readonly ListedFile[]
  readonly key: string
  readonly signature: string
}

/** `certificate.json`: what binds the texts to who signed them, and every file of the release. */
export type ReleaseCertificate = Certificate & Sealed

/** `site.json`: every file of the site but itself, also the pages that change with each release. */
export type SiteList = { readonly type: 'duizhao-site'; readonly v: 1 } & Sealed

type Unsealed<T extends Sealed> = Omit<T, 'key' | 'signature'>

/**
 * Signs a list with the workspace's key. Gives the text of the file: one line of canonical JSON, so that common tools can
 * restore the signed bytes by removing the member `signature` from the line.
 */
export function seal<T extends Sealed>(list: Unsealed<T>, signer: Signer): string {
  const whole = { ...list, key: signer.key }
  return inOneLine({ ...whole, signature: signer.sign(canonicalJson(whole)) })
}

/** Whether the seal was made by its key over the whole list. */
export function sealHolds({ signature, ...whole }: Sealed, verify: VerifySignature): boolean {
  try {
    return verify(whole.key, canonicalJson(whole), signature)
  } catch {
    // A value without canonical JSON (a lone surrogate) was never sealed.
    return false
  }
}

/** Parses a sealed file; null if this programme would not have written exactly this text. */
export function readSealed(text: string, type: 'duizhao-site'): SiteList | null
export function readSealed(text: string, type: 'duizhao-certificate'): ReleaseCertificate | null
export function readSealed(text: string, type: string): SiteList | ReleaseCertificate | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  return isSealed(value) && value.type === type && value.v === 1 && isWritten(value, text)
    ? (value as unknown as SiteList | ReleaseCertificate)
    : null
}

/**
 * Every file of a published release, its certificate included; `text` is the certificate. Throws for an unreadable
 * certificate, since the files it lists cannot be rendered again with the same bytes.
 */
export function certifiedFiles(path: string, text: string, digest: Digest): readonly ListedFile[] {
  const certificate = readSealed(text, 'duizhao-certificate')
  if (certificate === null) throw new Error(`the certificate of a published release cannot be read: ${path}`)
  return [...certificate.files, { path, sha256: digest(text) }]
}

function isSealed(value: unknown): value is Sealed & { readonly type: unknown; readonly v: unknown } {
  const { files, key, signature } = (value ?? {}) as Partial<Record<keyof Sealed, unknown>>
  return typeof key === 'string' && typeof signature === 'string' && Array.isArray(files) && files.every(isListed)
}

/** Whether an entry lists a file by a path inside the site. */
function isListed(file: unknown): file is ListedFile {
  const { path, sha256 } = (file ?? {}) as Partial<Record<keyof ListedFile, unknown>>
  return typeof path === 'string' && isSitePath(path) && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
}

function inOneLine(value: unknown): string {
  return `${canonicalJson(value)}\n`
}

/** Whether a text is exactly what this programme writes for a value: one line, or several up to version 0.1.0. */
function isWritten(value: unknown, text: string): boolean {
  if (text === `${JSON.stringify(value, null, 1)}\n`) return true
  try {
    return text === inOneLine(value)
  } catch {
    // A value without canonical JSON (a lone surrogate) was never written.
    return false
  }
}
