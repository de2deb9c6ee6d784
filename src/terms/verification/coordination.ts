import { endsNounPhrase, isClauseWord } from '../../language/english/function-words.ts'
import type { Word } from '../../language/english/words.ts'
import { expectDefined } from '../../model/expect.ts'
import { isArticleWord, type Phrase } from './phrase.ts'
import { sameWord } from './same-word.ts'
import { beginsLike, isJoint, type Match, matchAt, type Sighting, sightingOf } from './sightings.ts'

/** No sequence of conjuncts is looked through further than this many words. */
const farthest = 10

/**
 * Every place where the phrase shares words with others it is coordinated with: nylon in "nylon and carbon materials",
 * primary in "primary, secondary and tertiary industry", "nylon materials and fibers" for nylon fibers. The span is of
 * the words before those that are shared or in between.
 */
export function coordinated(phrase: Phrase, text: readonly Word[]): readonly Sighting[] {
  const { words } = phrase
  const places: Sighting[] = []
  const [opening] = words
  if (opening === undefined || words.length === 1) return []
  for (let start = 0; start < text.length; start++) {
    const word = expectDefined(text[start], 'a word of the text')
    if (!beginsLike(opening, word) || sameWord(opening, word.text, false) === null) continue
    for (let cut = 1; cut < words.length; cut++) {
      const first = matchAt(phrase, 0, cut, text, start)
      if (first === null) break
      const rest = isArticleWord(words[cut]) ? null : restAfter(phrase, cut, text, first.last)
      if (rest === null) continue
      places.push(sightingOf(text, start, { last: first.last, isCased: first.isCased && rest.isCased }))
      break
    }
  }
  return places
}

/** The rest of a phrase, from its word `cut` on, after other conjuncts. */
function restAfter(phrase: Phrase, cut: number, text: readonly Word[], end: number): Match | null {
  const next = text[end + 1]
  if (next === undefined) return null
  const shared = isJoint(next.text) || /^(?:,|\/) ?$/.test(next.gap)
  let joint = -1
  for (let at = end + 1; at <= end + farthest && at < text.length; at++) {
    const word = expectDefined(text[at], 'a word of the text')
    if (!/^(?:[,/-]? |\/)$/.test(word.gap)) return null
    const lower = word.text.toLowerCase()
    if (isJoint(lower)) {
      if (at > end + 1 && !shared && joint === -1 && at - end > 3) return null
      joint = at
      continue
    }
    const follows = joint !== -1 && (shared ? at > joint + 1 : at === joint + 1)
    if (follows) {
      const rest = matchAt(phrase, cut, phrase.words.length, text, at)
      if (rest !== null)
        return {
          last: rest.last,
          isCased: rest.isCased || isCommonPlural(expectDefined(text[rest.last], 'a word of the text')),
        }
    }
    if (isClauseWord(lower) || endsNounPhrase(lower) || /\p{N}/u.test(lower)) return null
    if (!shared && joint !== -1) return null
  }
  return null
}

/** Henan and Hebei provinces: what names share is a common noun when it is plural. */
function isCommonPlural({ text }: Word): boolean {
  return text === text.toLowerCase() && text.endsWith('s')
}
