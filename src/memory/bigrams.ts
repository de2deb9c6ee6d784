import { expectDefined } from '../model/expect.ts'
import { createPostings } from './postings.ts'

/**
 * An index of texts by their bigrams (pairs of neighbouring characters). `candidates` gives every text that shares
 * enough bigrams to be within an edit distance, and some others: the caller must still measure the distance.
 */
export interface BigramIndex {
  /** Adds the text with number `id`; numbers must rise. */
  add(id: number, text: string): void
  /**
   * Numbers of the texts that share at least `least(id)` bigrams with the text, and how many they share. `fewest` is the
   * smallest value above 0 that `least` can give; a text for which `least` gives Infinity is excluded.
   */
  candidates(
    text: string,
    fewest: number,
    least: (id: number) => number,
  ): readonly { readonly id: number; readonly shared: number }[]
}

export function createBigramIndex(): BigramIndex {
  const postings = createPostings()
  let counts = new Uint32Array(1024)
  let size = 0

  return {
    add(id, text) {
      size = id + 1
      for (const key of keysOf(text)) postings.push(key, id)
    },

    candidates(text, fewest, least) {
      if (counts.length < size) counts = new Uint32Array(size * 2)
      const lists = keysOf(text).flatMap((key) => postings.list(key) ?? [])
      lists.sort((a, b) => a.length - b.length)
      // A text that shares `fewest` of the bigrams is in at least one of the lists that remain without the longest
      // `fewest - 1` lists.
      const opening = Math.max(0, Math.min(lists.length, lists.length - fewest + 1))
      const met: number[] = []
      for (const list of lists.slice(0, opening)) {
        for (const id of list) {
          const count = expectDefined(counts[id], 'the count of a text')
          if (count > 0) counts[id] = count + 1
          else if (least(id) !== Infinity) {
            counts[id] = 1
            met.push(id)
          }
        }
      }
      for (const list of lists.slice(opening)) {
        if (met.length * Math.log2(list.length + 1) < list.length) {
          for (const id of met) if (has(list, id)) counts[id] = expectDefined(counts[id], 'the count of a text') + 1
        } else {
          for (const id of list) {
            const count = expectDefined(counts[id], 'the count of a text')
            if (count > 0) counts[id] = count + 1
          }
        }
      }
      const candidates: { id: number; shared: number }[] = []
      for (const id of met) {
        const shared = expectDefined(counts[id], 'the count of a text')
        counts[id] = 0
        if (shared >= least(id)) candidates.push({ id, shared })
      }
      return candidates
    },
  }
}

/**
 * A key for every bigram of code points: 16 bits of each and the number of equal bigrams before it, so that two texts
 * share as many keys as bigrams, with repeated bigrams counted as often as both texts have them. Two different bigrams
 * with one key (astral characters) can only add a candidate, never hide one.
 */
function keysOf(text: string): number[] {
  const keys: number[] = []
  const seen = new Map<number, number>()
  let previous = -1
  for (let at = 0; at < text.length; at++) {
    const point = expectDefined(text.codePointAt(at), 'a code point')
    if (point > 0xffff) at++
    const half = point & 0xffff
    if (previous >= 0) {
      const bigram = previous * 0x10000 + half
      const before = seen.get(bigram) ?? 0
      seen.set(bigram, before + 1)
      keys.push(bigram + before * 0x100000000)
    }
    previous = half
  }
  return keys
}

function has(list: Uint32Array, id: number): boolean {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (expectDefined(list[middle], 'a text of the list') < id) low = middle + 1
    else high = middle
  }
  return list[low] === id
}
