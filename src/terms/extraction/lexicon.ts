import { phraseWords } from '../../language/chinese/data/phrase-words.ts'
import { places } from '../../language/chinese/data/places.ts'
import { titlesAsTerms } from '../../language/chinese/titles.ts'
import { entriesOf, rowsOf } from '../../language/lists.ts'
import { endingMorphemes } from './endings.ts'

/**
 * The part a known word plays at the edges of a candidate: those of the list of words, a place, an office that a name of
 * a person may follow (`title`), or an ending of two characters and more (`head`).
 */
export type WordClass =
  | 'cut'
  | 'verb'
  | 'light'
  | 'link'
  | 'act'
  | 'modifier'
  | 'plain'
  | 'word'
  | 'head'
  | 'place'
  | 'title'

const heads = [...endingMorphemes.keys()].filter((ending) => ending.length > 1)

/** Every known word with its part. A title counts before a place, a place before a word, a word before an ending. */
export const lexicon: ReadonlyMap<string, WordClass> = new Map([
  ...heads.map((word) => [word, 'head'] as const),
  // The test of the list holds its second column to these parts.
  ...rowsOf(phraseWords).map(([word = '', part]) => [word, part as WordClass] as const),
  ...entriesOf(places).map((word) => [word, 'place'] as const),
  ...titlesAsTerms.map((word) => [word, 'title'] as const),
])
