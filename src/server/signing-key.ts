import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { membersOf } from '../model/names.ts'
import type { Signer, VerifySignature } from '../ports/world.ts'
import { expectedKey, type KnownKeys } from '../workspace/core/signing-keys.ts'

/** The file of the workspace's Ed25519 key, which only its owner can read. */
export function signingKeyFile(workspace: string): string {
  return join(workspace, 'signing-key.pem')
}

/** Thrown where the key that has to sign is not in its file. `found` is the fingerprint of the key that is, if one is. */
export class KeyLost extends Error {
  readonly file: string
  readonly expected: string
  readonly found: string | null

  constructor(file: string, expected: string, found: string | null) {
    super(`${file} does not have the key with the fingerprint ${expected}`)
    this.file = file
    this.expected = expected
    this.found = found
  }
}

/**
 * Opens the workspace's key. Makes one only where none has ever signed or been recorded; throws `KeyLost` where the key
 * in the file is not the one that the journals name, or none is. A replacement that was recorded and then cut short is
 * completed.
 */
export function openSigningKey(workspace: string, known: KnownKeys): Signer {
  const expected = expectedKey(known)
  const signer = readKey(signingKeyFile(workspace))
  if (expected === null) return signer ?? makeSigningKey(workspace)
  // Of a workspace without a history the key in the file is believed: an earlier version may have made it in silence.
  if (signer !== null && (signer.key === expected || known.history === null)) return signer
  const next = readNextKey(workspace)
  if (next?.key === expected) {
    adoptNextKey(workspace)
    return next
  }
  throw new KeyLost(signingKeyFile(workspace), fingerprintOf(expected), signer && fingerprintOf(signer.key))
}

function makeSigningKey(workspace: string): Signer {
  const signer = makeNextKey(workspace)
  adoptNextKey(workspace)
  return signer
}

/** The key in the file; null if there is no file. Throws for a file that is no key. */
export function readSigningKey(workspace: string): Signer | null {
  return readKey(signingKeyFile(workspace))
}

/** A new key, written aside: it takes the place of the key once that is recorded. */
export function makeNextKey(workspace: string): Signer {
  const key = generateKeyPairSync('ed25519').privateKey
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  const aside = nextFile(workspace)
  rmSync(aside, { force: true })
  const handle = openSync(aside, 'wx', 0o600)
  writeSync(handle, key.export({ type: 'pkcs8', format: 'pem' }).toString())
  fsyncSync(handle)
  closeSync(handle)
  return signerOf(key)
}

/** Puts the new key in the place of the key. An interrupted start leaves no partial key. */
export function adoptNextKey(workspace: string): void {
  renameSync(nextFile(workspace), signingKeyFile(workspace))
}

function nextFile(workspace: string): string {
  return `${signingKeyFile(workspace)}.new`
}

/** The new key, if one was finished. */
function readNextKey(workspace: string): Signer | null {
  try {
    return readKey(nextFile(workspace))
  } catch {
    return null
  }
}

function readKey(file: string): Signer | null {
  try {
    return signerOf(createPrivateKey(readFileSync(file)))
  } catch (error) {
    if (membersOf(error).code === 'ENOENT') return null
    throw error
  }
}

function signerOf(key: KeyObject): Signer {
  return {
    key: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  }
}

export const verifySignature: VerifySignature = (key, text, signature) => {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' })
    if (publicKey.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** The fingerprint that an office publishes elsewhere for readers to compare: SHA-256 of the SPKI, in hex, groups of four. */
export function fingerprintOf(key: string): string {
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')
  return hex.match(/.{4}/g)?.join(' ') ?? ''
}
