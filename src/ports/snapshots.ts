/**
 * What was worked out of journals, so that the next start need not do so again: a cache. What is missing or damaged is
 * worked out anew, and all of it may be deleted at any time.
 */
export interface Snapshots {
  /** What was last written under a name; null where nothing is, or where it is not what was written. Does not throw. */
  read(name: string): Promise<Uint8Array | null>
  /** Replaces what is there as a whole, or throws and leaves it. */
  write(name: string, bytes: Uint8Array): Promise<void>
}

/** Throws a `RangeError` for a text that cannot name a snapshot: letters a to z, digits and `-`. */
export function checkSnapshotName(name: string): void {
  if (!/^[a-z0-9-]{1,100}$/.test(name)) throw new RangeError(`not a name for a snapshot: ${JSON.stringify(name)}`)
}
