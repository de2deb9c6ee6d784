import type { ReleaseView } from '../../../src/contract/views/releases.ts'

/** Where the server has the published pages; an office puts what is in there at an address of its own. */
const folder = '/published/'

/** The address that readers find a release at; null where none is set. */
export function publicAddress(address: string, path: string): string | null {
  if (address === '' || !path.startsWith(folder)) return null
  return `${address.replace(/\/+$/, '')}/${path.slice(folder.length)}`
}

export function isLatest(release: ReleaseView, all: readonly ReleaseView[]): boolean {
  return all.every(({ document, number }) => document !== release.document || number <= release.number)
}
