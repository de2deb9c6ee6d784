import { expectDefined } from '../../model/expect.ts'
import { mostEdits } from '../score.ts'
import type { Block, PackedMemory } from './open.ts'

/** A text that may score enough, and the length of its letters. */
export interface Candidate {
  readonly text: number
  readonly length: number
}

/** The texts of a block that share enough bigrams to score `threshold`, and those too short to tell. */
export function candidatesOf(
  memory: PackedMemory,
  block: Block,
  wanted: { readonly symbols: Uint32Array; readonly keys: Uint32Array },
  threshold: number,
): readonly Candidate[] {
  const { length } = wanted.symbols
  const candidates: Candidate[] = []
  const needed = neededOf(memory, block, length, threshold, candidates)
  if (needed.fewest > wanted.keys.length) return candidates
  const { counts, met } = memory.scratch
  const lengthAt = (place: number) => expectDefined(memory.lengths[block.first + place], 'the length of a text')
  const leastAt = (place: number) =>
    expectDefined(needed.least[lengthAt(place) - needed.shortest], 'the bigrams needed')
  const lists = listsOf(block, wanted.keys)
  // A text that shares `fewest` of the bigrams is in at least one of the lists that remain without the longest
  // `fewest - 1` lists.
  const opening = lists.length - needed.fewest + 1
  let known = 0
  for (const { from, to } of lists.slice(0, Math.max(0, opening))) {
    for (let at = from; at < to; at++) {
      const place = expectDefined(block.postings[at], 'a posting')
      const count = expectDefined(counts[place], 'a count')
      if (count > 0) counts[place] = count + 1
      else if (place >= needed.from && place < needed.to) {
        met[known++] = place
        // A text that needs less starts higher, so that all need the same.
        counts[place] = 1 + needed.most - leastAt(place)
      }
    }
  }
  for (let list = Math.max(0, opening); list <= lists.length; list++) {
    // Texts that cannot reach what they need with all lists that remain are dropped.
    const enough = needed.most - (lists.length - list)
    const before = known
    known = 0
    for (let at = 0; at < before; at++) {
      const place = expectDefined(met[at], 'a text met')
      if (expectDefined(counts[place], 'a count') >= enough) met[known++] = place
      else counts[place] = 0
    }
    const next = lists[list]
    if (next === undefined || isDearer((lists.length - list) * listCost(next, known), known)) break
    countMore(block, next, counts, met, known)
  }
  for (let at = 0; at < known; at++) {
    const place = expectDefined(met[at], 'a text met')
    counts[place] = 0
    candidates.push({ text: block.first + place, length: lengthAt(place) })
  }
  return candidates
}

/** Roughly, in postings read: what it takes to count the texts met in a list. */
function listCost({ from, to }: List, known: number): number {
  return known + Math.min(to - from, known * Math.log2(to - from + 1))
}

/** Whether it is cheaper to compare the symbols of the texts met than to go on counting at a cost. */
function isDearer(cost: number, known: number): boolean {
  return cost > known * comparisonCost
}

const comparisonCost = 150

/** Postings from `from` to `to`. */
interface List {
  readonly from: number
  readonly to: number
}

/** The lists of bigrams, shortest first. */
function listsOf({ bits, starts }: Block, keys: Uint32Array): readonly List[] {
  const lists: List[] = []
  for (const key of keys) {
    const bucket = key >>> (32 - bits)
    const from = expectDefined(starts[bucket], 'the start of a bucket')
    const to = expectDefined(starts[bucket + 1], 'the end of a bucket')
    if (to > from) lists.push({ from, to })
  }
  return lists.sort((a, b) => a.to - a.from - (b.to - b.from))
}

/** Counts the texts met that are in a list. */
function countMore(block: Block, { from, to }: List, counts: Uint32Array, met: Uint16Array, known: number): void {
  if (known * Math.log2(to - from + 1) < to - from) {
    for (let at = 0; at < known; at++) {
      const place = expectDefined(met[at], 'a text met')
      counts[place] = expectDefined(counts[place], 'a count') + timesIn(block.postings, from, to, place)
    }
  } else {
    for (let at = from; at < to; at++) {
      const place = expectDefined(block.postings[at], 'a posting')
      const count = expectDefined(counts[place], 'a count')
      if (count > 0) counts[place] = count + 1
    }
  }
}

/** 1 if a text is in a list, 0 if not. */
function timesIn(postings: Uint16Array, from: number, to: number, place: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (expectDefined(postings[middle], 'a posting') < place) low = middle + 1
    else high = middle
  }
  return low < to && postings[low] === place ? 1 : 0
}

/** Which of a block's places can score enough by their length, and how many bigrams those of each length must share. */
interface Needed {
  readonly from: number
  readonly to: number
  /** By length, from `shortest` on. */
  readonly least: readonly number[]
  readonly shortest: number
  /** The smallest value of `least`; Infinity if there is none. */
  readonly fewest: number
  /** The greatest value of `least`. */
  readonly most: number
}

/** Texts of lengths whose bigrams cannot tell become candidates. */
function neededOf(
  { lengthStarts }: PackedMemory,
  { first, end }: Block,
  length: number,
  threshold: number,
  candidates: Candidate[],
): Needed {
  const least: number[] = []
  const shortest = Math.max(0, length - mostEdits(length, threshold))
  let fewest = Infinity
  let [from, to] = [0, 0]
  for (let other = shortest; other < lengthStarts.length - 1; other++) {
    const longer = Math.max(length, other)
    const most = mostEdits(longer, threshold)
    if (other - length > most) break
    // One edit removes at most two of the longer text's `longer - 1` bigrams.
    const needs = longer - 1 - 2 * most
    least.push(needs)
    const firstHere = Math.max(first, expectDefined(lengthStarts[other], 'the first text of a length'))
    const endHere = Math.min(end, expectDefined(lengthStarts[other + 1], 'the first text of a length'))
    if (firstHere >= endHere) continue
    if (needs <= 0) {
      for (let text = firstHere; text < endHere; text++) {
        candidates.push({ text, length: other })
      }
      continue
    }
    fewest = Math.min(fewest, needs)
    if (to === 0) from = firstHere - first
    to = endHere - first
  }
  return { from, to, least, shortest, fewest, most: least.reduce((most, needs) => Math.max(most, needs), 1) }
}
