/** A file that can be read in any place. `read` fills `into` with the bytes from `from` on. */
export interface ByteSource {
  readonly size: number
  read(from: number, into: Uint8Array): void
}
