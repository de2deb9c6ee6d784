import type { Withdrawal } from '../model/release.ts'
import type { Digest, Signer } from '../ports/world.ts'
import { certificatePath, editionOfPath, folderOf, isPageIn, withdrawalPath } from './addresses.ts'
import { withdrawnNotice, withNotice } from './pages/withdrawn.ts'
import { type ListedFile, readWithdrawal, seal, type WithdrawalSeal } from './seal.ts'
import type { Calendar } from './words/dates.ts'
import { wordsOf } from './words/words.ts'

/** The files of a folder: those to be written, and all that are in it. */
export interface RenderedFolder {
  readonly files: ReadonlyMap<string, string>
  readonly listed: readonly ListedFile[]
}

/** Files as a folder, with the hash of each. */
export function listed(files: ReadonlyMap<string, string>, digest: Digest): RenderedFolder {
  return { files, listed: [...files].map(([path, content]) => ({ path, sha256: digest(content) })) }
}

/**
 * The folder of a release that is withdrawn: its pages get the notice, and `withdrawal.json` says by the seal of the
 * office that this, and nothing else, is not as the certificate has it. `pageAt` gives pages that are published already.
 */
export function withdrawnFolder(
  withdrawal: Withdrawal,
  { files, listed }: RenderedFolder,
  pageAt: (path: string) => string | null,
  { calendar, digest, signer }: { readonly calendar: Calendar; readonly digest: Digest; readonly signer: Signer },
): RenderedFolder {
  const folder = folderOf(withdrawal.document, withdrawal.number)
  const pages = new Map<string, string>()
  for (const { path } of listed) {
    if (!isPageIn(path, folder)) continue
    const page = files.get(path) ?? pageAt(path)
    // A page that somebody has deleted is missed by whoever verifies the site.
    if (page !== null)
      pages.set(path, withNotice(page, withdrawnNotice(withdrawal, wordsOf(editionOfPath(path, folder)), calendar)))
  }
  const marked = [...pages].map(([path, page]) => ({ path, sha256: digest(page) }))
  const certificate = listed.find(({ path }) => path === certificatePath(withdrawal))?.sha256 ?? ''
  const sealed = seal<WithdrawalSeal>(
    { type: 'duizhao-withdrawal', v: 1, withdrawal, certificate, files: marked },
    signer,
  )
  const path = withdrawalPath(withdrawal)
  return {
    files: new Map([...files, ...pages, [path, sealed]]),
    listed: withMarked(listed, marked, { path, sha256: digest(sealed) }),
  }
}

/** Whether the folder of a release, as it stands, is that of a withdrawn one. */
export function hasWithdrawal(
  release: Pick<Withdrawal, 'document' | 'number'>,
  listed: readonly ListedFile[],
): boolean {
  return listed.some(({ path }) => path === withdrawalPath(release))
}

/** The files of a withdrawn release: those of its certificate, with what `withdrawal.json` at `path` says of its pages. */
export function withdrawnFiles(
  certified: readonly ListedFile[],
  path: string,
  text: string,
  digest: Digest,
): readonly ListedFile[] {
  const sealed = readWithdrawal(text)
  // What cannot be read is written anew.
  return sealed === null ? certified : withMarked(certified, sealed.files, { path, sha256: digest(text) })
}

function withMarked(
  listed: readonly ListedFile[],
  marked: readonly ListedFile[],
  withdrawal: ListedFile,
): readonly ListedFile[] {
  const hashes = new Map(marked.map(({ path, sha256 }) => [path, sha256]))
  return [...listed.map((file) => ({ ...file, sha256: hashes.get(file.path) ?? file.sha256 })), withdrawal]
}
