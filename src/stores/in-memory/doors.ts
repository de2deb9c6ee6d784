import { createHash, generateKeyPairSync, randomBytes, sign, timingSafeEqual, verify } from 'node:crypto'
import type { AccessLog } from '../../ports/access-log.ts'
import type { Catalogue } from '../../ports/catalogue.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Originals } from '../../ports/originals.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Site } from '../../ports/site.ts'
import type { Snapshots } from '../../ports/snapshots.ts'
import type { Digest, DigestBytes, Fingerprint, Signer, VerifySignature } from '../../ports/world.ts'
import { createMemoryAccessLog } from './access-log.ts'
import { createMemoryCatalogue } from './catalogue.ts'
import { createHub } from './coordination.ts'
import { createMemoryJournal } from './journal.ts'
import { createMemoryOriginals } from './originals.ts'
import { createMemorySite } from './site.ts'
import { createMemorySnapshots } from './snapshots.ts'

/** The doors of a workspace that exists only in this process, with a key of its own: for tests and trials. */
export interface MemoryDoors {
  readonly journals: Journal
  readonly coordination: Coordination
  readonly settings: Catalogue
  readonly site: Site
  readonly originals: Originals
  readonly snapshots: Snapshots
  readonly digest: Digest
  readonly digestBytes: DigestBytes
  readonly signer: Signer
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: Fingerprint
  /** Salted but fast: unsuitable for real passwords. */
  readonly secrets: Secrets
  readonly access: AccessLog
}

export function createMemoryDoors(): MemoryDoors {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const hash = (salt: string, password: string) => createHash('sha256').update(`${salt} ${password}`).digest()
  return {
    journals: createMemoryJournal(),
    coordination: createHub(false).join(),
    settings: createMemoryCatalogue(),
    site: createMemorySite(),
    originals: createMemoryOriginals(),
    snapshots: createMemorySnapshots(),
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    digestBytes: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    signer: { key, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64') },
    verifySignature: (publicKeyText, text, signature) =>
      publicKeyText === key && verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
    fingerprintOf: (publicKeyText) => createHash('sha256').update(Buffer.from(publicKeyText, 'base64')).digest('hex'),
    access: createMemoryAccessLog(),
    secrets: {
      async hashPassword(password) {
        const salt = randomBytes(8).toString('hex')
        return `${salt}$${hash(salt, password).toString('hex')}`
      },
      async verifyPassword(storedHash, password) {
        const [salt = '', wanted = ''] = storedHash.split('$')
        const actual = hash(salt, password)
        const expected = Buffer.from(wanted, 'hex')
        return expected.length === actual.length && timingSafeEqual(expected, actual)
      },
      newToken: () => randomBytes(16).toString('hex'),
    },
  }
}
