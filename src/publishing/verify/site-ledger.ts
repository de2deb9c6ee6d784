import type { Release, Withdrawal } from '../../model/release.ts'
import { headsOfSignature, type WitnessedHead } from '../../review/heads.ts'
import { certificateFolder, certificatePath, withdrawalPath } from '../addresses.ts'
import { type ReleaseCertificate, readCertificate, readSiteList, readWithdrawal, sealHolds } from '../seal.ts'
import { openFiles } from './files.ts'
import type { Problem } from './problem.ts'
import type { Verifier } from './verifier.ts'
import { withdrawalDifferences } from './withdrawal.ts'

/** What a published site says of the ledger behind it. */
export interface SiteLedger {
  readonly heads: readonly WitnessedHead[]
  readonly releases: readonly ReleaseCertificate[]
  readonly withdrawals: readonly Withdrawal[]
}

/**
 * Reads the heads and releases that a site names, in its list and its certificates, as far as their seals hold and their
 * keys are `ours`: what somebody else has put there says nothing of this ledger.
 */
export function readSiteLedger(
  read: (path: string) => Uint8Array | null,
  { digest, verifySignature, paths = [] }: Pick<Verifier, 'digest' | 'verifySignature' | 'paths'>,
  ours: (key: string) => boolean,
): SiteLedger {
  const files = openFiles(read, digest)
  const list = readSiteList(files.text('site.json') ?? '')
  const site = list !== null && ours(list.key) && sealHolds(list, verifySignature) ? (list.heads ?? []) : []
  const heads: WitnessedHead[] = site.map((head) => ({ ...head, witness: { type: 'site' } }))
  const releases: ReleaseCertificate[] = []
  const withdrawals: Withdrawal[] = []
  for (const path of paths.filter((path) => certificateFolder(path) !== null)) {
    const certificate = readCertificate(files.text(path) ?? '')
    if (certificate === null || !ours(certificate.key) || !sealHolds(certificate, verifySignature)) continue
    const witness = { type: 'certificate', path } as const
    releases.push(certificate)
    heads.push(...(certificate.heads ?? []).map((head) => ({ ...head, witness })))
    heads.push(...headsOfSignature(certificate.signOff, certificate.document, witness))
    const { document, release } = certificate
    const sealed = readWithdrawal(files.text(withdrawalPath({ document, number: release.number })) ?? '')
    if (sealed !== null && ours(sealed.key) && sealHolds(sealed, verifySignature)) withdrawals.push(sealed.withdrawal)
  }
  return { heads, releases, withdrawals }
}

/** What is published and withdrawn, by the record of a workspace. */
export interface RecordedReleases {
  readonly releases: readonly Pick<Release, 'document' | 'number' | 'signOff'>[]
  readonly withdrawals: readonly Withdrawal[]
}

/**
 * Of one folder of a site (`part`), or all: the releases of the workspace that it does not have, and those that it has and the
 * workspace never published; and the same of withdrawals.
 */
export function releaseDifferences(site: SiteLedger, workspace: RecordedReleases, part: string): readonly Problem[] {
  const published = new Map(
    site.releases.map(({ document, release: { number }, signOff }) => [
      certificatePath({ document, number }),
      signOff.signature,
    ]),
  )
  const recorded = new Map(workspace.releases.map((release) => [certificatePath(release), release.signOff.signature]))
  return [
    ...[...recorded.keys()]
      .filter((path) => path.startsWith(part) && !published.has(path))
      .map((path) => ({ code: 'release-missing', path }) as const),
    ...[...published]
      .filter(([path, signature]) => recorded.get(path) !== signature)
      .map(([path]) => ({ code: 'release-unknown', path }) as const),
    ...withdrawalDifferences(site.withdrawals, workspace.withdrawals, part, (path) => published.has(path)),
  ]
}
