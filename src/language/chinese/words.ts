import type { Span } from '../../model/finding.ts'
import { entriesOf } from '../lists.ts'
import { twoCharacterWords } from './data/two-character-words.ts'

const words: ReadonlySet<string> = new Set(entriesOf(twoCharacterWords))

/**
 * Whether two characters of a text are the end of one word and the beginning of the next, and no word here: 产能 in
 * 生产能力, 市长 in 城市长期.
 */
export function liesAcrossWords(text: string, { from, to }: Span): boolean {
  return to - from === 2 && words.has(text.slice(from - 1, from + 1)) && words.has(text.slice(to - 1, to + 1))
}
