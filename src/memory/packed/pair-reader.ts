import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { ByteSource } from './byte-source.ts'
import { firstSum, pageBytes, pairFlags, recordNumbers, sumOfBytes, unreviewedFlag } from './layout.ts'
import { bytesAfter, decodeString, stringHead } from './strings.ts'

/** Reads pairs of a packed memory from its file. */
export interface PairReader {
  /** The pair at a place, and its source alone. */
  readonly pairAt: (place: number) => MemoryPair
  readonly sourceAt: (place: number) => string
  /** Source and target of the pair at a place, for whoever reads all pairs, the latest first. */
  readonly textsAt: (place: number) => Pick<MemoryPair, 'source' | 'target'>
}

/** Most strings come with one read, together with the strings written after them. */
const windowPages = 3
/** Whoever reads all pairs, the latest first, reads the strings written before, too. */
const scannedPages = 256

/** Where things are in a packed memory. */
interface Places {
  readonly recordsAt: number
  readonly stringsEnd: number
}

/** Pages of strings are compared with their sums when they are read; a fault is thrown if one is damaged. */
export function createPairReader(
  file: ByteSource,
  { recordsAt, stringsEnd }: Places,
  pageSums: Uint32Array,
  pairNumbers: Uint32Array,
): PairReader {
  const string = createStringReader(file, stringsEnd, pageSums, { before: 0, after: windowPages })
  let scanned: ReturnType<typeof createStringReader> | undefined
  let [origin, originAt] = ['', -1]
  /** Many pairs have the same origin. */
  const originOf = (place: number) => {
    if (place !== originAt) {
      origin = string(place)
      originAt = place
    }
    return origin
  }
  const record = (place: number) => {
    const places = new Float64Array(recordNumbers)
    file.read(recordsAt + place * places.byteLength, new Uint8Array(places.buffer))
    return places
  }
  return {
    textsAt(place) {
      scanned ??= createStringReader(file, stringsEnd, pageSums, { before: scannedPages, after: windowPages })
      const [source = -1, target = -1] = record(place)
      // From the last written to the first, so that one read brings both.
      const english = scanned(target)
      return { source: scanned(source), target: english }
    },
    sourceAt: (place) => string(expectDefined(record(place)[0], 'the place of a source')),
    pairAt(place) {
      const [source = -1, target = -1, before = -1, after = -1, from = -1] = record(place)
      const flags = pairFlags(expectDefined(pairNumbers[place], 'a pair'))
      return {
        source: string(source),
        target: string(target),
        ...(before >= 0 && { before: string(before) }),
        ...(after >= 0 && { after: string(after) }),
        ...((flags & unreviewedFlag) > 0 && { unreviewed: true as const }),
        origin: originOf(from),
      }
    },
  }
}

/** Reads strings by their places, with some pages before and after each. */
function createStringReader(
  file: ByteSource,
  stringsEnd: number,
  pageSums: Uint32Array,
  pages: { readonly before: number; readonly after: number },
): (place: number) => string {
  let window = new Uint8Array((pages.before + pages.after) * pageBytes)
  let start = 0
  let end = 0
  /** Reads the pages around a place, `bytes` after it among them. */
  const fill = (place: number, bytes: number) => {
    const page = place - (place % pageBytes)
    start = Math.max(0, page - pages.before * pageBytes)
    end = Math.ceil(Math.max(page + pages.after * pageBytes, place + bytes) / pageBytes) * pageBytes
    end = Math.min(stringsEnd, end)
    if (window.length < end - start) window = new Uint8Array(end - start)
    file.read(start, window.subarray(0, end - start))
    for (let from = start; from < end; from += pageBytes) {
      const sum = sumOfBytes(window, from - start, Math.min(end, from + pageBytes) - start, firstSum)
      if (sum !== pageSums[from / pageBytes]) {
        end = start
        throw new Error('a packed memory is damaged')
      }
    }
  }
  return (place) => {
    if (place < start || place + stringHead > end) fill(place, stringHead)
    const head = new DataView(window.buffer).getUint32(place - start, true)
    const length = bytesAfter(head)
    const from = place + stringHead
    if (from + length > end) fill(place, stringHead + length)
    return decodeString(head, window.subarray(from - start, from - start + length))
  }
}
