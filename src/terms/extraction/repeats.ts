import { expectDefined } from '../../model/expect.ts'
import { createNumbering } from './numbering.ts'

/** How often the strings of a text are repeated in it, and how varied their neighbours are. */
export interface Repeats {
  /** Number of units in the counted text. */
  readonly size: number
  readonly longest: number
  /** How often the string of this length at this offset occurs; 1 if it is not repeated or longer than counted. */
  frequency(at: number, length: number): number
  /** At each offset, the largest branching entropy, in bits, on the left of the repeated strings that begin there. */
  readonly begins: Float32Array
  /** The same on the right of the repeated strings that end there (`ends[p]` for a string up to `p`). */
  readonly ends: Float32Array
}

/**
 * Counts every repeated string of up to `longest` units between breaks (unit 0), level by level: a string can only be
 * repeated if it is repeated without its last unit and without its first one, so each level numbers its strings by the
 * pair of those two. A break counts as a different neighbour each time. Linear in the text for a fixed `longest`.
 */
export function countRepeats(units: Uint16Array, longest: number): Repeats {
  const size = units.length
  const begins = new Float32Array(size + 1)
  const ends = new Float32Array(size + 1)
  const levels: { readonly ids: Int32Array; readonly counts: Int32Array }[] = []
  let shorter = countLevel(size, (at) => units[at] || -1)
  levels.push(shorter)
  for (let length = 2; length <= longest; length++) {
    const { ids, counts } = shorter
    const idAt = (at: number): number => expectDefined(ids[at], 'the number of a string')
    const repeated = (id: number): boolean => id >= 0 && expectDefined(counts[id], 'the count of a string') > 1
    const level = countLevel(size, (at) =>
      at + length <= size && repeated(idAt(at)) && repeated(idAt(at + 1)) ? idAt(at) * 0x4000000 + idAt(at + 1) : -1,
    )
    if (!level.counts.some((count) => count > 1)) break
    levels.push(level)
    raise(begins, level, (at) => units[at - 1] ?? 0, 0)
    raise(ends, level, (at) => units[at + length] ?? 0, length)
    shorter = level
  }
  return {
    size,
    longest,
    begins,
    ends,
    frequency(at, length) {
      const level = levels[length - 1]
      const id = level?.ids[at] ?? -1
      return level?.counts[id] ?? 1
    },
  }
}

function countLevel(size: number, keyAt: (at: number) => number): { ids: Int32Array; counts: Int32Array } {
  const numbering = createNumbering()
  const ids = new Int32Array(size).fill(-1)
  for (let at = 0; at < size; at++) {
    const key = keyAt(at)
    if (key >= 0) ids[at] = numbering.numberOf(key)
  }
  const counts = new Int32Array(numbering.size)
  for (const id of ids) if (id >= 0) counts[id] = expectDefined(counts[id], 'the count of a string') + 1
  return { ids, counts }
}

/** Raises `edges` at every occurrence of a repeated string to the entropy of its neighbours on one side. */
function raise(
  edges: Float32Array,
  { ids, counts }: { readonly ids: Int32Array; readonly counts: Int32Array },
  neighbour: (at: number) => number,
  offset: number,
): void {
  const pairs = createNumbering()
  const pairOf = new Int32Array(ids.length).fill(-1)
  const owner: number[] = []
  const met: number[] = []
  const entropy = new Float64Array(counts.length)
  const entropyOf = (id: number): number => expectDefined(entropy[id], 'the entropy of a string')
  for (const [at, id] of ids.entries()) {
    if (id < 0) continue
    const count = expectDefined(counts[id], 'the count of a string')
    if (count < 2) continue
    const unit = neighbour(at)
    // A break counts as a different neighbour each time.
    if (unit === 0) {
      entropy[id] = entropyOf(id) + Math.log2(count) / count
      continue
    }
    const pair = pairs.numberOf(id * 0x10000 + unit)
    pairOf[at] = pair
    owner[pair] = id
    met[pair] = (met[pair] ?? 0) + 1
  }
  for (const [pair, times] of met.entries()) {
    const id = expectDefined(owner[pair], 'the string of a pair')
    const share = times / expectDefined(counts[id], 'the count of a string')
    entropy[id] = entropyOf(id) - share * Math.log2(share)
  }
  for (const [at, id] of ids.entries()) {
    if (id < 0) continue
    const bits = entropyOf(id)
    if (bits > expectDefined(edges[at + offset], 'an edge')) edges[at + offset] = bits
  }
}
