import { phraseWords } from '../../language/chinese/data/phrase-words.ts'
import { places } from '../../language/chinese/data/places.ts'
import { titlesAsTerms } from '../../language/chinese/titles.ts'
import { entriesOf, rowsOf } from '../../language/lists.ts'
import { nameIn } from '../../model/names.ts'
import { endingMorphemes } from './endings.ts'

/** The classes of the word list. */
const listedClasses = ['cut', 'verb', 'light', 'link', 'act', 'modifier', 'plain', 'word'] as const

/**
 * The class of a known word at the edge of a candidate: a class of the word list, a place, an office that can precede a
 * person's name (`title`), or an ending of two or more characters (`head`).
 */
export type WordClass = (typeof listedClasses)[number] | 'head' | 'place' | 'title'

const heads = [...endingMorphemes.keys()].filter((ending) => ending.length > 1)

/** Every known word with its class. Precedence: title, place, listed word, ending. */
export const lexicon: ReadonlyMap<string, WordClass> = new Map<string, WordClass>([
  ...heads.map((word) => [word, 'head'] as const),
  ...rowsOf(phraseWords).map(([word = '', part = '']) => [word, nameIn(listedClasses, part)] as const),
  ...entriesOf(places).map((word) => [word, 'place'] as const),
  ...titlesAsTerms.map((word) => [word, 'title'] as const),
])
