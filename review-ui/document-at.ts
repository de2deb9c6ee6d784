/** The document whose page is at an address; null for any other page. */
export function documentAt(path: string): string | null {
  return /\/d\/([^/]+)(?:\/b\d+\.s\d+)?$/.exec(path)?.[1] ?? null
}

// What the page asks first, by paths below its own folder; the contract has them as routes, which are read later.
export const sessionPath = 'api/session'
export const packedPath = (document: string) => `api/documents/${document}/packed`
