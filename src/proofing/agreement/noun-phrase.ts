import type { GrammaticalNumber } from '../../language/english/auxiliaries.ts'
import { isCapitalised } from '../../language/english/capitals.ts'
import { isDeterminer, isFunctionWord, isPreposition } from '../../language/english/function-words.ts'
import { hasNounEnding, isCountableNoun, isOfEitherNumber } from '../../language/english/nouns.ts'
import { beginsSentence, type Token, tokenAt, wordAt } from '../../language/english/tokens.ts'
import type { Dictionary } from '../dictionary.ts'
import { beginsClause } from './clause.ts'
import { isAmount } from './there-is.ts'

/** How far before its verb a subject may begin, in words. */
const reach = 12

/** Words after which a clause begins with a noun phrase. */
const openers = new Set('because although though while when where whereas since but if that said says'.split(' '))

/** Words that are a subject of one by themselves: "one of the cities is". */
const subjectWords = new Set(['one', 'each'])

interface NounPhrase {
  readonly from: number
  /** The first preposition in it; -1 where there is none. */
  readonly preposition: number
  /** Whether `and` stands in it. */
  readonly isJoined: boolean
}

/** The noun phrase that stands right before `index`; null where it does not begin its clause. */
function phraseBefore(tokens: readonly Token[], index: number): NounPhrase | null {
  let preposition = -1
  let prepositionCount = 0
  let isJoined = false
  for (let at = index - 1; at >= Math.max(0, index - reach); at -= 1) {
    const { type, lower, spaced } = tokenAt(tokens, at)
    if (type === 'mark' || !spaced) return null
    if (isDeterminer(lower) || subjectWords.has(lower) || type === 'number') {
      if (beginsClause(tokens, at, openers)) return { from: at, preposition, isJoined }
      // A relative clause: "one of the things that are clear".
      if (subjectWords.has(lower) || lower === 'that') return null
    } else if (isPreposition(lower)) {
      prepositionCount += 1
      if (prepositionCount > 2 || !/^(?:of|in|for|from|on|between|among|at|by|with|to)$/.test(lower)) return null
      preposition = at
    } else if (lower === 'and') isJoined = true
    else if (isFunctionWord(lower)) return null
    else if (beginsSentence(tokens, at)) return { from: at - 1, preposition, isJoined }
  }
  return null
}

/** The subject of a verb: its number, and the token its phrase begins with. */
export interface Subject {
  readonly number: GrammaticalNumber
  readonly from: number
}

/** The noun phrase that stands right before `index` and begins its clause; null where its number cannot be told. */
export function subjectBefore(tokens: readonly Token[], index: number, dictionary: Dictionary): Subject | null {
  const phrase = phraseBefore(tokens, index)
  if (phrase === null) return null
  const { from, preposition, isJoined } = phrase
  const end = preposition === -1 ? index : preposition
  const first = tokens[from]
  if (first !== undefined && subjectWords.has(first.lower) && end === from + 1)
    return tokens[end]?.lower === 'of' && !isJoined ? { number: 'singular', from } : null
  const head = wordAt(tokens, end - 1)
  if (head === undefined || end - from < 2 || end - from > 7) return null
  const inner = tokens.slice(from + 1, end - 1)
  if (inner.some(({ lower, text }) => isDeterminer(lower) || !/^(?:[A-Za-z]+(?:['’]s)?|\d[\d,.]*)$/.test(text)))
    return null
  const isBare = first === undefined || !(isDeterminer(first.lower) || first.type === 'number')
  if (isBare && (/ing$/.test(tokens[from + 1]?.lower ?? '') || (isCapitalised(head.text) && inner.length > 0)))
    return null
  const determiner = isBare ? '' : (first?.lower ?? '')
  const number = headNumber({ determiner, head, inner, isFollowed: preposition !== -1, isBare }, dictionary)
  if (number === null || (number === 'singular' && (isJoined || first?.type === 'number'))) return null
  return { number, from }
}

interface HeadContext {
  /** Empty where there is none. */
  readonly determiner: string
  readonly head: Token
  /** The words between determiner and head. */
  readonly inner: readonly Token[]
  /** Whether a preposition follows the head. */
  readonly isFollowed: boolean
  /** Whether the phrase has no determiner and begins its sentence. */
  readonly isBare: boolean
}

function headNumber(
  { determiner, head, inner, isFollowed, isBare }: HeadContext,
  dictionary: Dictionary,
): GrammaticalNumber | null {
  if ((isCapitalised(head.text) && !(isBare && inner.length === 0)) || isOfEitherNumber(head.lower)) return null
  // A verb of the third person within: "the way he makes cars is".
  if (inner.some(({ lower }) => /[^s]s$/.test(lower) && dictionary.isVerb(lower.slice(0, -1)))) return null
  const singular = dictionary.singularOf(head.lower)
  if (singular !== null) {
    if (isAmount(head.lower) || /^(?:a|an|this|that|each|every|another|one)$/.test(determiner)) return null
    // "The company plans", "the people needs": a verb may hide in the head where something precedes it.
    return dictionary.isVerb(singular) && inner.length > 0 && isFollowed ? null : 'plural'
  }
  const isNoun =
    hasNounEnding(head.lower) || isCountableNoun(head.lower) || (!isBare && dictionary.pluralOf(head.lower) !== null)
  const isOne =
    /^(?:a|an|this|each|every|another)$/.test(determiner) &&
    dictionary.isNoun(head.lower) &&
    !/(?:s|ing)$/.test(head.lower)
  if (!isNoun && !isOne) return null
  return /^(?:these|those|many|several|few|all|both|most|some|no|any)$/.test(determiner) ? null : 'singular'
}
