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

/** The workspace's Ed25519 key, made at the first use and stored in `signing-key.pem`, which only its owner can read. */
export function openSigningKey(workspace: string): Signer {
  const file = join(workspace, 'signing-key.pem')
  let key: KeyObject
  try {
    key = createPrivateKey(readFileSync(file))
  } catch (error) {
    if (membersOf(error).code !== 'ENOENT') throw error
    key = generateKeyPairSync('ed25519').privateKey
    mkdirSync(workspace, { recursive: true, mode: 0o700 })
    // Written aside and renamed: an interrupted start leaves no partial key.
    const aside = `${file}.new`
    rmSync(aside, { force: true })
    const handle = openSync(aside, 'wx', 0o600)
    writeSync(handle, key.export({ type: 'pkcs8', format: 'pem' }).toString())
    fsyncSync(handle)
    closeSync(handle)
    renameSync(aside, file)
  }
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
