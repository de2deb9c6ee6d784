import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { ByteSource } from './byte-source.ts'
import { pairFlags, recordNumbers, unreviewedFlag } from './layout.ts'
import { bytesAfter, decodeString, stringHead } from './strings.ts'

/** Reads pairs of a packed memory from its file. */
export interface PairReader {
  /** The pair at a place, and its source alone. */
  readonly pairAt: (place: number) => MemoryPair
  readonly sourceAt: (place: number) => string
}

/** Most strings come with one read, together with the strings written after them. */
const windowBytes = 2048

export function createPairReader(file: ByteSource, recordsAt: number, pairNumbers: Uint32Array): PairReader {
  const window = new Uint8Array(windowBytes)
  const view = new DataView(window.buffer)
  let start = 0
  let end = 0
  const fill = (from: number) => {
    start = from
    end = Math.min(from + windowBytes, file.size)
    file.read(from, window.subarray(0, end - from))
  }
  const string = (place: number) => {
    if (place < start || place + stringHead > end) fill(place)
    const head = view.getUint32(place - start, true)
    const length = bytesAfter(head)
    const from = place + stringHead
    if (from + length > end && length + stringHead <= windowBytes) fill(place)
    if (from + length <= end) return decodeString(head, window.subarray(from - start, from - start + length))
    const whole = new Uint8Array(length)
    file.read(from, whole)
    return decodeString(head, whole)
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
