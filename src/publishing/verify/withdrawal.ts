import type { Withdrawal } from '../../model/release.ts'
import type { Digest } from '../../ports/world.ts'
import { keysOf } from '../../review/signing-keys.ts'
import { certificatePath, folderOf, withdrawalPath } from '../addresses.ts'
import { withoutNotice } from '../pages/withdrawn.ts'
import { type ListedFile, type ReleaseCertificate, readWithdrawal, sealHolds, type WithdrawalSeal } from '../seal.ts'
import type { Files } from './files.ts'
import type { Keys, SealedHistory } from './keys.ts'
import type { Problem } from './problem.ts'
import type { Verifier } from './verifier.ts'

/** What stands beside a certificate: the withdrawal of its release, or what is wrong with it. */
export interface FoundWithdrawal {
  readonly sealed: WithdrawalSeal | null
  readonly problems: readonly Problem[]
}

/**
 * Reads the withdrawal of a release, if there is one. It holds if the office's key has sealed it for exactly this
 * certificate: nobody else can say of a release that it is withdrawn. Where no key is trusted, the office's is that of the
 * certificate, or one in the history of keys that the list of the site has.
 */
export function withdrawalBeside(
  { document, release: { number }, key }: ReleaseCertificate,
  { files, keys, list }: { readonly files: Files; readonly keys: Keys; readonly list: SealedHistory | null },
  { digest, verifySignature, trusted }: Verifier,
): FoundWithdrawal {
  const place = { document, number }
  const path = withdrawalPath(place)
  if (!files.exists(path)) return { sealed: null, problems: [] }
  const text = files.listed(path) ? files.intact(path) : files.text(path)
  // Its list has named it already.
  if (text === null && files.listed(path)) return { sealed: null, problems: [] }
  const sealed = readWithdrawal(text ?? '')
  const code = sealed === null ? 'malformed' : faultOf(sealed)
  if (sealed === null || code !== null) return { sealed: null, problems: [{ code: code ?? 'malformed', path }] }
  const problems = keys.hold([sealed.key], path)
  const office = [key, ...(list === null ? [] : [list.key, ...(list.keys ? keysOf(list.keys) : [])])]
  const isOffice = trusted !== undefined || office.includes(sealed.key)
  return { sealed, problems: isOffice ? problems : [{ code: 'key', path }] }

  function faultOf(found: WithdrawalSeal): Problem['code'] | null {
    if (!sealHolds(found, verifySignature)) return 'seal'
    const { withdrawal, certificate } = found
    const isOfThis = withdrawal.document === document && withdrawal.number === number
    if (!isOfThis || certificate !== digest(files.text(certificatePath(place)) ?? '')) return 'document'
    return found.files.every((file) => file.path.startsWith(folderOf(document, number))) ? null : 'malformed'
  }
}

/**
 * Checks a file of a release against its certificate. A page that got the notice of withdrawal is what the withdrawal
 * says, and without the notice what the certificate says.
 */
export function checkReleaseFile(
  file: ListedFile,
  sealed: WithdrawalSeal | null,
  files: Files,
  digest: Digest,
): readonly Problem[] {
  const marked = sealed?.files.find(({ path }) => path === file.path)
  if (marked === undefined) return files.check(file)
  const problems = files.check(marked)
  const page = files.intact(file.path)
  if (problems.length > 0 || page === null) return problems
  return digest(withoutNotice(page)) === file.sha256 ? [] : [{ code: 'file-changed', path: file.path }]
}

/**
 * Of one folder of a site (`part`), or all: the withdrawals of the workspace that the site does not tell, and those that
 * it tells and the workspace never made.
 */
export function withdrawalDifferences(
  site: readonly Withdrawal[],
  workspace: readonly Withdrawal[],
  part: string,
  isPublished: (path: string) => boolean,
): readonly Problem[] {
  const inSite = new Map(site.map((withdrawal) => [withdrawalPath(withdrawal), withdrawal]))
  const recorded = new Map(workspace.map((withdrawal) => [withdrawalPath(withdrawal), withdrawal]))
  return [
    ...[...recorded]
      // A release that is missing altogether is told as that.
      .filter(([path, of]) => path.startsWith(part) && !inSite.has(path) && isPublished(certificatePath(of)))
      .map(([, of]) => ({ code: 'withdrawal-missing', path: folderOf(of.document, of.number) }) as const),
    ...[...inSite]
      .filter(([path, { at, name, reason }]) => {
        const known = recorded.get(path)
        return known?.at !== at || known.name !== name || known.reason.zh !== reason.zh || known.reason.en !== reason.en
      })
      .map(([, of]) => ({ code: 'withdrawal-unknown', path: folderOf(of.document, of.number) }) as const),
  ]
}
