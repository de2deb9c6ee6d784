/** Millions of bytes with one decimal, as downloads are counted. */
export function megabytesOf(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
