import { type Edition, editions, folderOf, pagePath, partOfPath } from '../addresses.ts'
import type { ReleaseCertificate } from '../seal.ts'
import type { Files } from './files.ts'
import { pageProblems, type TextPage } from './page-text.ts'
import type { Problem } from './problem.ts'
import type { Verifier } from './verifier.ts'

/**
 * Holds the text of the pages of a release to its signature, edition by edition: those at its own address and, of the
 * newest, those at the document's. The pages of a text in parts are held together. A page that its list does not have as it
 * is has been named already, and is left out. Without the list of the site (`isListed`) nothing has the hash of the newest
 * pages, and their text is all that is held.
 */
export function textProblems(
  certificate: ReleaseCertificate,
  { newest, isListed }: { readonly newest: boolean; readonly isListed: boolean },
  files: Files,
  { digest }: Pick<Verifier, 'digest'>,
): readonly Problem[] {
  const { document, release } = certificate
  const folder = folderOf(document, release.number)
  const own = certificate.files.map(({ path }) => path)
  const shared = folderOf(document)
  return editions.flatMap((edition) => {
    const ofRelease = pageProblemsOf(pathsOfText(own, folder, edition), (path) => files.intact(path))
    if (!newest) return ofRelease
    const paths = isListed ? files.paths() : foundPaths(files, document, edition)
    const read = (path: string) => files.intact(path) ?? (isListed ? null : files.text(path))
    return [...ofRelease, ...pageProblemsOf(pathsOfText(paths, shared, edition), read)]
  })

  function pageProblemsOf(paths: readonly string[], read: (path: string) => string | null): readonly Problem[] {
    const pages = paths.flatMap((path): readonly TextPage[] => {
      const content = read(path)
      return content === null ? [] : [{ path, content }]
    })
    if (pages.length === 0) return []
    const problems = pageProblems(pages, certificate, digest)
    return pages.length === paths.length ? problems : problems.filter(isOfPage)
  }
}

/** Whether a problem is of the page it names, whatever other pages have. */
function isOfPage({ code }: Problem): boolean {
  return code === 'text' || code === 'segment-added'
}

/** Those of the paths that are pages of a text, by the number of their part. */
function pathsOfText(paths: readonly string[], folder: string, edition: Edition): readonly string[] {
  return paths
    .flatMap((path) => {
      const part = partOfPath(path, folder, edition)
      return part === null ? [] : [{ path, part }]
    })
    .sort((a, b) => a.part - b.part)
    .map(({ path }) => path)
}

/** The paths of the pages at a document's address that are there, where no list has them. */
function foundPaths(files: Files, document: string, edition: Edition): readonly string[] {
  const pathOf = (part?: number) =>
    pagePath({ document, number: 1, latest: true, edition, ...(part !== undefined && { part }) })
  if (!files.exists(pathOf())) return []
  const paths = [pathOf()]
  for (let part = 1; files.exists(pathOf(part)); part++) paths.push(pathOf(part))
  return paths
}
