import { expectDefined } from '../../model/expect.ts'
import { mostEdits, scoreOf } from '../score.ts'
import type { Block } from './block.ts'
import { mostCounted, type PackedMemory, type Scratch } from './open.ts'
import type { Query } from './query.ts'
import { leastEdits, signatureWords } from './signature.ts'

/** The texts of a block that may score `threshold`, left in `memory.scratch.candidates`. */
export function findCandidates(memory: PackedMemory, block: Block, query: Query, threshold: number): void {
  const { candidates } = memory.scratch
  candidates.clear()
  const { length } = query.symbols
  const reach = reachOf(memory, block, length, threshold)
  const most = query.symbols.length >>> 1
  // Texts of these lengths can differ in more places than the query has bigrams that do not overlap.
  let counted = reach.shortest
  while (counted <= reach.longest && mostEdits(Math.max(length, counted), threshold) < most) counted++
  const middle = Math.max(reach.from, Math.min(reach.to, firstOf(memory, block, counted)))
  if (middle > reach.from) countPieces(memory, block, query, threshold, { ...reach, to: middle, longest: counted - 1 })
  for (let place = middle; place < reach.to; place++) consider(memory, block, place, query, threshold)
}

/** The places of a block whose texts can score enough by their length, and what those lengths are. */
interface Reach {
  readonly from: number
  readonly to: number
  readonly shortest: number
  readonly longest: number
}

function reachOf(memory: PackedMemory, block: Block, length: number, threshold: number): Reach {
  const { lengths } = memory
  const shortest = Math.max(expectDefined(lengths[block.first], 'a length'), length - mostEdits(length, threshold))
  let longest = expectDefined(lengths[block.end - 1], 'a length')
  if (longest > length && threshold > 0) longest = Math.min(longest, Math.ceil((100 * length) / threshold))
  while (longest > length && longest - length > mostEdits(longest, threshold)) longest--
  const from = firstOf(memory, block, shortest)
  return { from, to: Math.max(from, firstOf(memory, block, longest + 1)), shortest, longest }
}

/** The place of the first text of a block that has a length or a greater one. */
function firstOf({ lengthStarts }: PackedMemory, { first, end }: Block, length: number): number {
  const start = expectDefined(lengthStarts[Math.min(length, lengthStarts.length - 1)], 'the first text of a length')
  return Math.max(first, Math.min(end, start)) - first
}

/** Bigrams counted beyond those that are necessary: each spares more texts than it costs. */
const morePieces = 5

/**
 * Counts in which texts bigrams of the query occur that do not overlap. An edit destroys at most one of them, so a text
 * within `edits` of the query has all but `edits`: it is in the list of one of the first `edits + 1`.
 */
function countPieces(memory: PackedMemory, block: Block, query: Query, threshold: number, reach: Reach): void {
  const { length } = query.symbols
  const { counts, met, pieces } = memory.scratch
  const editsAt = (other: number) => mostEdits(Math.max(length, other), threshold)
  const most = editsAt(reach.longest)
  const size = pieces.choose(block, query, most + 1 + morePieces)
  let known = 0
  for (let piece = 0; piece < size; piece++) {
    const list = within(block, pieces.from(piece), pieces.to(piece), reach)
    known = piece <= most ? meet(block, list, memory.scratch, known) : known
    if (piece > most) countAgain(block, list, counts)
  }
  const passing = passLengths(memory, block, passCounts(memory.scratch, known, size - most), (other) => {
    return size - editsAt(other)
  })
  for (let at = 0; at < passing; at++) {
    consider(memory, block, expectDefined(met[at], 'a text met'), query, threshold)
  }
}

/**
 * Leaves in `met`, with their counts in `metCounts`, only the texts met that were counted `least` times or more, and no
 * other counts; gives their number. Free of branches, for speed.
 */
function passCounts({ counts, met, metCounts }: Scratch, known: number, least: number): number {
  const leastCounted = Math.min(mostCounted, least)
  let passing = 0
  for (let at = 0; at < known; at++) {
    const place = expectDefined(met[at], 'a text met')
    const count = expectDefined(counts[place], 'a count')
    met[passing] = place
    metCounts[passing] = count
    passing += 1 + ((count - leastCounted) >> 31)
    counts[place] = 0
  }
  return passing
}

/**
 * Leaves in `met` only the texts that were counted often enough for their length; gives their number. Loads their
 * signatures once: loads far apart in memory are under way together in a loop without branches, and come one after the
 * other where each decides what is done next.
 */
function passLengths(
  { lengths, signatures, scratch }: PackedMemory,
  { first }: Block,
  known: number,
  leastAt: (length: number) => number,
): number {
  const { met, metCounts } = scratch
  let passing = 0
  for (let at = 0; at < known; at++) {
    const place = expectDefined(met[at], 'a text met')
    const least = Math.min(mostCounted, leastAt(expectDefined(lengths[first + place], 'a length')))
    met[passing] = place
    passing += 1 + ((expectDefined(metCounts[at], 'a count') - least) >> 31)
  }
  let loaded = 0
  for (let at = 0; at < passing; at++) {
    const text = first + expectDefined(met[at], 'a text met')
    loaded |= expectDefined(signatures[text * signatureWords], 'a word of bits')
  }
  scratch.loaded = loaded
  return passing
}

/** Postings from `from` to `to`. */
interface List {
  readonly from: number
  readonly to: number
}

/** The part of a list whose texts are within reach. */
function within({ postings, first, end }: Block, from: number, to: number, reach: Reach): List {
  return {
    from: reach.from > 0 ? firstAtLeast(postings, from, to, reach.from) : from,
    to: reach.to < end - first ? firstAtLeast(postings, from, to, reach.to) : to,
  }
}

/** The first posting of a rising list that is at least a place. */
function firstAtLeast(postings: Uint16Array, from: number, to: number, place: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (expectDefined(postings[middle], 'a posting') < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Counts the texts of a list and collects those not met before; gives how many are met. Free of branches, for speed. */
function meet({ postings }: Block, { from, to }: List, { counts, met }: Scratch, known: number): number {
  let next = known
  for (let at = from; at < to; at++) {
    const place = expectDefined(postings[at], 'a posting')
    const count = expectDefined(counts[place], 'a count')
    met[next] = place
    next += (count - 1) >>> 31
    counts[place] = count + 1
  }
  return next
}

/** Counts the texts of a list that have been met before. */
function countAgain({ postings }: Block, { from, to }: List, counts: Uint8ClampedArray): void {
  for (let at = from; at < to; at++) {
    const place = expectDefined(postings[at], 'a posting')
    const count = expectDefined(counts[place], 'a count')
    counts[place] = count + (-count >>> 31)
  }
}

/** Takes the text at a place for a candidate if its signature allows the score. */
function consider(memory: PackedMemory, block: Block, place: number, query: Query, threshold: number): void {
  const { length } = query.symbols
  const text = block.first + place
  const other = expectDefined(memory.lengths[text], 'a length')
  const { signatures } = memory
  const edits =
    other > length
      ? leastEdits(signatures, text * signatureWords, query.signature, 0, other - length)
      : leastEdits(query.signature, 0, signatures, text * signatureWords, length - other)
  const longer = Math.max(length, other)
  // Texts whose letters need no edit may be the same.
  const bound = edits === 0 ? 100 : scoreOf(2 * edits, longer)
  if (edits <= mostEdits(longer, threshold)) memory.scratch.candidates.add(text, bound)
}
