import type { Digest, Fingerprint, VerifySignature } from '../../ports/world.ts'

export interface Verifier {
  readonly digest: Digest
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: Fingerprint
  /** Fingerprints that the office has published elsewhere; without any, the owner of the keys is not checked. */
  readonly trusted?: readonly string[]
  /** The paths of all files, to find those that no list names. */
  readonly paths?: readonly string[]
}
