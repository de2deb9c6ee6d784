import type { Symbols } from '../distance.ts'
import { bigramSlot } from './bigram-keys.ts'
import { createSignatures, signatureWords } from './signature.ts'

/** A text that is looked up, as candidates are compared with it. */
export interface Query {
  readonly symbols: Symbols
  readonly signature: Uint32Array
  /** The slot of each of its bigrams, in order. */
  readonly bigrams: Uint32Array
}

const signatures = createSignatures()

export function queryOf(symbols: Symbols): Query {
  const signature = new Uint32Array(signatureWords)
  signatures.write(symbols, 0, symbols.length, signature, 0)
  const bigrams = new Uint32Array(Math.max(0, symbols.length - 1))
  for (let at = 0; at < bigrams.length; at++) bigrams[at] = bigramSlot(symbols, at)
  return { symbols, signature, bigrams }
}
