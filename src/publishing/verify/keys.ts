import type { KeyHistory } from '../../model/signing-key.ts'
import { historyHolds, keysOf, succeedingKeys } from '../../review/signing-keys.ts'
import type { Problem } from './problem.ts'
import type { Verifier } from './verifier.ts'

/** The keys that signed something, compared with those that the office has published. */
export interface Keys {
  /** Records the keys (SPKI, base64) that signed the file at a path, and gives the problems with them. */
  hold(keys: readonly string[], path: string): readonly Problem[]
  /** The fingerprints of all keys. */
  seen(): readonly string[]
  /** Those of them that are trusted; none where no fingerprint was given. */
  trusted(): readonly string[]
}

/** What the list of a site says of keys: who sealed it, and the office's history. */
export interface SealedHistory {
  readonly key: string
  readonly keys?: KeyHistory
}

/**
 * Trusted are the keys whose fingerprints were given; those that a trusted key signed as its successors; and, if a trusted
 * key sealed the list of the site, all keys of the history in it.
 */
export function openKeys(verifier: Verifier, list: SealedHistory | null): Keys {
  const { fingerprintOf, trusted } = verifier
  const fingerprints = new Map<string, boolean>()
  const isTrusted = trusted && trust(verifier, trusted.map(bare), list)
  return {
    hold(keys, path) {
      return [...new Set(keys)].flatMap((key) => {
        const right = isTrusted?.(key) ?? false
        fingerprints.set(fingerprintOf(key), right)
        return isTrusted && !right ? [{ code: 'key', path } as const] : []
      })
    },
    seen: () => [...fingerprints.keys()],
    trusted: () => [...fingerprints].filter(([, right]) => right).map(([fingerprint]) => fingerprint),
  }
}

function trust(
  { fingerprintOf, verifySignature }: Verifier,
  wanted: readonly string[],
  list: SealedHistory | null,
): (key: string) => boolean {
  const isGiven = (key: string) => wanted.includes(bare(fingerprintOf(key)))
  const history = list?.keys
  if (list === null || history === undefined || !historyHolds(history, verifySignature)) return isGiven
  const succeeding = new Set(succeedingKeys(history, isGiven, verifySignature))
  const isFollowed = (key: string) => isGiven(key) || succeeding.has(key)
  const vouched = isFollowed(list.key) ? keysOf(history) : []
  return (key) => isFollowed(key) || vouched.includes(key)
}

/** A fingerprint without the separators that people put between its digits. */
export function bare(fingerprint: string): string {
  return fingerprint.replace(/[\s:]/g, '').toLowerCase()
}
