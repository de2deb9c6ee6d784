import { isFamilyName, isNamedIn, mayBePerson } from '../language/chinese/named.ts'
import { bareLetters } from '../language/chinese/syllables.ts'
import { isCapitalised } from '../language/english/capitals.ts'
import { wordsOf } from '../language/english/words.ts'
import { knownInEnglish } from '../language/known-names.ts'
import { type NamePair, namePairsIn } from '../language/name-pairs.ts'
import type { Span } from '../model/finding.ts'
import type { SegmentContext } from './check.ts'

/** The people whom the English names in pinyin and the Chinese nowhere, each once. */
export function strangersIn({ source, target }: Pick<SegmentContext, 'source' | 'target'>): readonly NamePair[] {
  if (!mayNamePeople(target)) return []
  const places = knownInEnglish(target)
  const isOfPlace = ({ from, to }: Span) => places.some((place) => place.from < to && place.to > from)
  const pairs = namePairsIn(target).filter((pair) => pair.pinyin && mayBePerson(pair) && !isOfPlace(pair))
  return [...Map.groupBy(pairs, ({ text }) => text).values()].flatMap((alike) =>
    alike.some((pair) => isNamedIn(source, pair)) ? [] : alike.slice(0, 1),
  )
}

/** Whether two words side by side have capitals, and one of them is written as a family name is: most English has none. */
function mayNamePeople(target: string): boolean {
  const words = wordsOf(target)
  return words.some((word, at) => {
    const next = words[at + 1]
    if (next === undefined || next.gap !== ' ' || !isCapitalised(word.text) || !isCapitalised(next.text)) return false
    return [word, next].some(({ text }) => isFamilyName(bareLetters(text.replace(/'s$/u, ''))))
  })
}
