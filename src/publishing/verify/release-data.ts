import { type CertificateFault, faultsOf } from '../../review/certificate.ts'
import { fits } from '../../schemas/misfit.ts'
import { publishedTexts } from '../../schemas/release.ts'
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
  try {
    const texts: unknown = JSON.parse(json)
    if (fits(publishedTexts, texts))
      return faultsOf(certificate, texts, verifier).map((fault) => problemOf(path, fault))
  } catch {
    // Neither a text that is no JSON nor one without canonical JSON (a lone surrogate) was ever published.
  }
  return [{ code: 'malformed', path }]
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
