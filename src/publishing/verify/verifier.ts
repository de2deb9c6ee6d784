import type { Digest, Fingerprint, VerifySignature } from '../../ports/world.ts'

export interface Verifier {
  readonly digest: Digest
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: Fingerprint
  /** Fingerprints that the office has published elsewhere; without any, whose the keys are is not asked. */
  readonly trusted?: readonly string[]
  /** Every path there is, to find files that no list names. */
  readonly paths?: readonly string[]
}
