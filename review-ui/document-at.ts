/** The document whose page is at an address; null for any other page. */
export function documentAt(path: string): string | null {
  return /\/d\/([^/]+)(?:\/b\d+\.s\d+)?$/.exec(path)?.[1] ?? null
}
