import { commonRenderings } from '../language/chinese/data/common-renderings.ts'
import { rowsOf } from '../language/lists.ts'

const known: ReadonlyMap<string, readonly string[]> = new Map(
  rowsOf(commonRenderings).map(([chinese = '', ...english]) => [chinese, english]),
)

/** The characters of the longest word with a known rendering. */
export const longestWord = Math.max(...[...known.keys()].map((word) => word.length))

/** English words that usually render a Chinese word, in base form; undefined where none is known. */
export function renderingsOf(word: string): readonly string[] | undefined {
  return known.get(word)
}
