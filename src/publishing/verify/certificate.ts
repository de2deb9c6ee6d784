import { sheetHolds } from '../../review/certificate.ts'
import { signatureHolds } from '../../review/signoff.ts'
import { certificatePath } from '../addresses.ts'
import { type ReleaseCertificate, sealHolds } from '../seal.ts'
import type { Problem } from './problem.ts'
import type { Verifier } from './verifier.ts'

/** The problem of a certificate by itself. Its content is not trusted: everyone with a key can seal any content. */
export function certificateProblem(
  certificate: ReleaseCertificate,
  path: string,
  { digest, verifySignature }: Verifier,
): Problem['code'] | null {
  if (!sealHolds(certificate, verifySignature)) return 'seal'
  try {
    const { document, release, signOff } = certificate
    if (path !== certificatePath({ document, number: release.number })) return 'malformed'
    if (!signatureHolds(signOff, verifySignature)) return 'signature'
    if (signOff.binding.document !== document) return 'document'
    return sheetHolds(certificate, digest) ? null : 'figures'
  } catch {
    return 'malformed'
  }
}
