import type { Release } from '../../model/release.ts'
import { type CertificateFault, faultsOf } from '../../review/certificate.ts'
import type { ReleaseCertificate } from '../seal.ts'
import type { Problem } from './problem.ts'
import type { Verifier } from './verifier.ts'

/** Compares the release in data form with its certificate. */
export function dataProblems(
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
