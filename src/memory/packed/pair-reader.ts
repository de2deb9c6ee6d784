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
}

/** Most strings come with one read, together with the strings written after them. */
const windowPages = 3

/** Pages of strings are compared with their sums when they are read; a fault is thrown if one is damaged. */
export function createPairReader(
  file: ByteSource,
  { recordsAt, stringsEnd }: { readonly recordsAt: number; readonly stringsEnd: number },
  pageSums: Uint32Array,
  pairNumbers: Uint32Array,
): PairReader {
  let window = new Uint8Array(windowPages * pageBytes)
  let start = 0
  let end = 0
  /** Reads the pages from the one of a place on, `bytes` after that place among them. */
  const fill = (place: number, bytes: number) => {
    start = place - (place % pageBytes)
    end = Math.min(stringsEnd, Math.max(start + windowPages * pageBytes, place + bytes))
    end = Math.min(stringsEnd, Math.ceil(end / pageBytes) * pageBytes)
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
  const string = (place: number) => {
    if (place < start || place + stringHead > end) fill(place, stringHead)
    const head = new DataView(window.buffer).getUint32(place - start, true)
    const length = bytesAfter(head)
    const from = place + stringHead
    if (from + length > end) fill(place, stringHead + length)
    return decodeString(head, window.subarray(from - start, from - start + length))
  }
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
