import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import { samePair } from '../pairs.ts'
import { comparedText } from '../score.ts'
import { figuresHash } from './layout.ts'
import { at } from './number-at.ts'

/** The source texts, numbered as they come. */
export interface Texts {
  readonly kept: readonly MemoryPair[]
  readonly bySource: ReadonlyMap<string, number>
  /** The text of each pair. */
  readonly textOf: Uint32Array
  readonly alphabet: readonly number[]
  /** Letters of all texts as symbols, one text after the other. */
  readonly symbols: Uint32Array
  readonly lengths: Uint32Array
  readonly figures: Uint32Array
}

export function collectTexts(pairs: readonly MemoryPair[]): Texts {
  const kept: MemoryPair[] = []
  const bySource = new Map<string, number>()
  const textOf = new Uint32Array(pairs.length)
  const lengths = new Uint32Array(pairs.length)
  const figures = new Uint32Array(pairs.length)
  // Of each text its last pair, and of each pair the one of its text before it; plus 1, 0 for none.
  const lastPair = new Uint32Array(pairs.length)
  const earlierPair = new Uint32Array(pairs.length)
  const letters = createLetters()
  const isHeld = (text: number, pair: MemoryPair) => {
    for (let number = at(lastPair, text); number > 0; number = at(earlierPair, number - 1)) {
      if (samePair(expectDefined(kept[number - 1], 'a pair'), pair)) return true
    }
    return false
  }
  for (const pair of pairs) {
    if (pair.source === '' || pair.target === '') continue
    const known = bySource.get(pair.source)
    if (known !== undefined && isHeld(known, pair)) continue
    const text = known ?? bySource.size
    if (known === undefined) {
      bySource.set(pair.source, text)
      const compared = comparedText(pair.source)
      lengths[text] = letters.add(compared.letters)
      figures[text] = figuresHash(compared.figures)
    }
    const number = kept.push(pair)
    textOf[number - 1] = text
    earlierPair[number - 1] = at(lastPair, text)
    lastPair[text] = number
  }
  const texts = bySource.size
  return {
    kept,
    bySource,
    textOf,
    ...letters.all(),
    lengths: lengths.subarray(0, texts),
    figures: figures.subarray(0, texts),
  }
}

/** Collects letters as symbols: numbers of code points, in the order in which they first occur. */
function createLetters(): {
  /** Adds letters and gives how many they are. */
  add(letters: string): number
  all(): Pick<Texts, 'alphabet' | 'symbols'>
} {
  const alphabet: number[] = []
  /** Of each code point its symbol plus 1; 0 if it has none yet. Few texts have one beyond the first plane. */
  let symbolOf = new Uint32Array(0x10000)
  let symbols = new Uint32Array(2 ** 16)
  let used = 0
  return {
    add(letters) {
      const before = used
      if (used + letters.length > symbols.length) {
        const larger = new Uint32Array(Math.ceil((used + letters.length) * 1.5))
        larger.set(symbols)
        symbols = larger
      }
      for (let place = 0; place < letters.length; place++) {
        const point = expectDefined(letters.codePointAt(place), 'a code point')
        if (point > 0xffff) place++
        if (point >= symbolOf.length) {
          const larger = new Uint32Array(0x110000)
          larger.set(symbolOf)
          symbolOf = larger
        }
        if (symbolOf[point] === 0) symbolOf[point] = alphabet.push(point)
        symbols[used++] = at(symbolOf, point) - 1
      }
      return used - before
    },
    all: () => ({ alphabet, symbols }),
  }
}
