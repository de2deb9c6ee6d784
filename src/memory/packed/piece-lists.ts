import { expectDefined } from '../../model/expect.ts'
import { bigramKey, bigramSlots } from './bigram-keys.ts'
import type { Block } from './block.ts'
import { createPieceChoice } from './pieces.ts'
import type { Query } from './query.ts'

/** The lists of postings of some bigrams of a query that do not overlap, the shortest first. */
export interface PieceLists {
  /** Chooses about the cheapest `least` bigrams for a block and gives their number: fewer only if there are no more. */
  choose(block: Block, query: Query, least: number): number
  /** Where the list of a piece begins and ends among the block's postings. */
  from(piece: number): number
  to(piece: number): number
}

/** Above the place of any bigram: a list's length and a place make one number. */
const places = 2 ** 22

export function createPieceLists(): PieceLists {
  const choice = createPieceChoice()
  const seen = new Uint32Array(bigramSlots)
  let lengths = new Uint32Array(512)
  let chosen = new Uint32Array(512)
  let order = new Float64Array(512)
  let froms = new Uint32Array(512)
  let tos = new Uint32Array(512)

  return {
    choose({ bits, starts }, { bigrams }, least) {
      const count = bigrams.length
      if (lengths.length < count) {
        lengths = new Uint32Array(2 * count)
        chosen = new Uint32Array(2 * count)
        order = new Float64Array(2 * count)
        froms = new Uint32Array(2 * count)
        tos = new Uint32Array(2 * count)
      }
      for (let at = 0; at < count; at++) {
        const bucket = bigramKey(expectDefined(bigrams[at], 'a bigram'), 0) >>> (32 - bits)
        lengths[at] =
          expectDefined(starts[bucket + 1], 'the end of a list') - expectDefined(starts[bucket], 'the start of a list')
      }
      const size = choice.choose(lengths, count, least, chosen)
      for (let piece = 0; piece < size; piece++) {
        const at = expectDefined(chosen[piece], 'a piece')
        order[piece] = expectDefined(lengths[at], 'the length of a list') * places + at
      }
      order.subarray(0, size).sort()
      for (let piece = 0; piece < size; piece++) {
        const slot = expectDefined(bigrams[expectDefined(order[piece], 'a piece') % places], 'a bigram')
        // The same bigram a second time is found only in texts that have it twice.
        const before = expectDefined(seen[slot], 'the count of a bigram')
        seen[slot] = before + 1
        const bucket = bigramKey(slot, before) >>> (32 - bits)
        froms[piece] = expectDefined(starts[bucket], 'the start of a list')
        tos[piece] = expectDefined(starts[bucket + 1], 'the end of a list')
      }
      for (let piece = 0; piece < size; piece++) seen[expectDefined(bigrams[chosen[piece] ?? 0], 'a bigram')] = 0
      return size
    },
    from: (piece) => expectDefined(froms[piece], 'the start of a list'),
    to: (piece) => expectDefined(tos[piece], 'the end of a list'),
  }
}
