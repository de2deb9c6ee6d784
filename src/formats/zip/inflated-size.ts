const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
/** Where ZIP has no more room for a number and ZIP64 begins. */
const sentinels = [0xffff, 0xffffffff]
/** Deflate makes at most this many bytes of one. */
const mostOfOne = 1032

/**
 * How many bytes the files of a ZIP archive may take at most once inflated, by its directory: readers stop at the size
 * that is declared there. Infinite where the directory does not say (ZIP64, or sizes left out); 0 for what is no archive.
 */
export function mostInflated(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end >= bytes.length - 65_557 && view.getUint32(end, true) !== endOfDirectory) end--
  if (end < 0 || end < bytes.length - 65_557) return 0
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (sentinels.includes(count) || sentinels.includes(at)) return Number.POSITIVE_INFINITY
  let sum = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) return sum
    const described = (view.getUint16(at + 8, true) & 8) !== 0
    const [compressed, inflated] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    if (sentinels.includes(compressed) || sentinels.includes(inflated)) return Number.POSITIVE_INFINITY
    if (described && compressed === 0 && inflated === 0) return Number.POSITIVE_INFINITY
    sum += inflated > 0 ? inflated : compressed * mostOfOne
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sum
}
