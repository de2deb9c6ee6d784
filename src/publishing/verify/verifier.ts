import type { ChainHead } from '../../model/head.ts'
import type { Digest, Fingerprint, VerifySignature } from '../../ports/world.ts'

export interface Verifier {
  readonly digest: Digest
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: Fingerprint
  /** Fingerprints that the office has published elsewhere; without any, the owner of the keys is not checked. */
  readonly trusted?: readonly string[]
  /** The paths of all files, to find those that no list names. */
  readonly paths?: readonly string[]
  /** The only folder that is looked at, from the root of the site: that of a document (`d/x/`) or a release (`d/x/v1/`). */
  readonly part?: string
  /** Heads that somebody has kept: a site that names lesser ones is an older one. */
  readonly heads?: readonly ChainHead[]
}
