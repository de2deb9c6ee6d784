import { endsNounPhrase } from './function-words.ts'
import type { Word } from './words.ts'

/**
 * The place of the head in an English noun phrase: the word before the first preposition that stands by itself
 * (*Ministry* of Water Resources), or the last word (China Nylon *City*, proof-of-concept *service*).
 */
export function headOf(words: readonly Word[]): number {
  const preposition = words.findIndex(
    ({ text, afterSpace }, at) =>
      at > 0 && afterSpace && words[at + 1]?.afterSpace && endsNounPhrase(text.toLowerCase()),
  )
  return preposition === -1 ? words.length - 1 : preposition - 1
}
