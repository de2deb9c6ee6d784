/**
 * What an office publishes elsewhere so that readers can tell its key: SHA-256 of the SPKI, in hex, in groups of four.
 * Null where the browser does not compute hashes: it does so for pages over https or from the machine itself only.
 */
export async function fingerprintOf(key: string): Promise<string | null> {
  if (crypto.subtle === undefined) return null
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.match(/.{4}/g)?.join(' ') ?? ''
}
