import type { ChainHead } from '../model/head.ts'
import type { CertifiedRelease, Withdrawal } from '../model/release.ts'
import type { KeyHistory } from '../model/signing-key.ts'
import { isSitePath } from '../ports/site.ts'
import type { Digest, Signer, VerifySignature } from '../ports/world.ts'
import { canonicalJson } from '../review/canonical.ts'
import { fits } from '../schemas/misfit.ts'
import { certifiedRelease, sealed, siteState, withdrawalSeal } from '../schemas/release.ts'

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
export type ReleaseCertificate = { readonly type: 'duizhao-certificate'; readonly v: 1 } & CertifiedRelease & Sealed

/**
 * `site.json`: every file of the site but itself, also the pages that change with each release; the heads of the chains
 * when it was written, and the history of the signing key. Lists of earlier versions have the files alone.
 */
export type SiteList = { readonly type: 'duizhao-site'; readonly v: 1 } & SiteState & Sealed

interface SiteState {
  readonly heads?: readonly ChainHead[]
  readonly keys?: KeyHistory
}

/**
 * `withdrawal.json`: that the office no longer stands by a release. `certificate` is the SHA-256 of the release's
 * certificate, and `files` are its pages with the notice of withdrawal, without which they are what that certificate lists.
 */
export type WithdrawalSeal = {
  readonly type: 'duizhao-withdrawal'
  readonly v: 1
  readonly withdrawal: Withdrawal
  readonly certificate: string
} & Sealed

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

/** Parses `site.json`; null if this programme would not have written exactly this text. */
export function readSiteList(text: string): SiteList | null {
  const value = readWritten(text)
  return isSealed(value, 'duizhao-site') && fits(siteState, value) ? value : null
}

/** Parses `certificate.json`; null if this programme would not have written exactly this text. */
export function readCertificate(text: string): ReleaseCertificate | null {
  const value = readWritten(text)
  return isSealed(value, 'duizhao-certificate') && fits(certifiedRelease, value) ? value : null
}

/** Parses `withdrawal.json`; null if this programme would not have written exactly this text. */
export function readWithdrawal(text: string): WithdrawalSeal | null {
  const value = readWritten(text)
  return isSealed(value, 'duizhao-withdrawal') && fits(withdrawalSeal, value) ? value : null
}

/** The value of a text that this programme would have written exactly so; null for any other. */
function readWritten(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isWritten(value, text) ? value : null
  } catch {
    return null
  }
}

/**
 * Every file of a published release, its certificate included; `text` is the certificate. Throws for an unreadable
 * certificate, since the files it lists cannot be rendered again with the same bytes.
 */
export function certifiedFiles(path: string, text: string, digest: Digest): readonly ListedFile[] {
  const certificate = readCertificate(text)
  if (certificate === null) throw new Error(`the certificate of a published release cannot be read: ${path}`)
  return [...certificate.files, { path, sha256: digest(text) }]
}

/** Whether a value is a sealed file of this type that lists files by paths inside the site. */
function isSealed<Type extends string>(
  value: unknown,
  type: Type,
): value is Sealed & { readonly type: Type; readonly v: 1 } {
  return fits(sealed, value) && value.type === type && value.files.every(({ path }) => isSitePath(path))
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
