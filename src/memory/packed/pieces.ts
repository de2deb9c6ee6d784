import { expectDefined } from '../../model/expect.ts'

/**
 * Chooses bigrams of a text of which no two overlap, so that one edit destroys at most one of them: of those sets that
 * have at least `least` bigrams, about the one whose lists are shortest together. `lengths` has the length of the list of
 * each bigram, in the order of the text.
 */
export interface PieceChoice {
  /** Writes the places of the bigrams chosen, from the last to the first, and gives their number: fewer only if there are no more. */
  choose(lengths: Uint32Array, count: number, least: number, into: Uint32Array): number
}

/** How much a bigram may cost, in postings: in steps of a third, so that few choices have to be made; at last, anything. */
const prices = [...Array.from({ length: 43 }, (_, step) => Math.ceil((4 / 3) ** step)), 2 ** 40]

export function createPieceChoice(): PieceChoice {
  let worth = new Float64Array(512)
  let sizes = new Uint32Array(512)
  let chosen = new Uint8Array(512)

  /** The choice that is worth most if each bigram is worth a price less its list; gives its size. */
  function chooseAt(price: number, lengths: Uint32Array, count: number): number {
    for (let at = 0; at < count; at++) {
      const gain = price - expectDefined(lengths[at], 'the length of a list')
      const without = at > 0 ? expectDefined(worth[at - 1], 'a worth') : 0
      const before = at > 1 ? expectDefined(worth[at - 2], 'a worth') : 0
      const taken = gain > 0 && before + gain > without
      chosen[at] = taken ? 1 : 0
      worth[at] = taken ? before + gain : without
      const from = taken ? at - 2 : at - 1
      sizes[at] = (taken ? 1 : 0) + (from >= 0 ? expectDefined(sizes[from], 'a size') : 0)
    }
    return count > 0 ? expectDefined(sizes[count - 1], 'a size') : 0
  }

  return {
    choose(lengths, count, least, into) {
      if (worth.length < count) {
        worth = new Float64Array(2 * count)
        sizes = new Uint32Array(2 * count)
        chosen = new Uint8Array(2 * count)
      }
      let low = 0
      let high = prices.length - 1
      while (low < high) {
        const middle = (low + high) >>> 1
        if (chooseAt(expectDefined(prices[middle], 'a price'), lengths, count) >= least) high = middle
        else low = middle + 1
      }
      chooseAt(expectDefined(prices[low], 'a price'), lengths, count)
      let size = 0
      for (let at = count - 1; at >= 0; at--) {
        if (chosen[at] !== 1) continue
        into[size++] = at
        at--
      }
      return size
    },
  }
}
