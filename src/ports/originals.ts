/**
 * The files that documents came from, each under the SHA-256 of its bytes in hex: what a name stands for never changes, so
 * nothing is ever overwritten.
 */
export interface Originals {
  /** Keeps a file. After the promise is fulfilled, it survives a crash of process and machine. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  /** The bytes of a file, or null where it was not kept. Bytes that are not those of the name are thrown as an error. */
  read(sha256: string): Promise<Uint8Array | null>
}

/** Throws a `RangeError` for a text that is no such name, which could lead elsewhere. */
export function checkSha256(name: string): void {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new RangeError(`not a SHA-256: ${JSON.stringify(name.slice(0, 100))}`)
}
