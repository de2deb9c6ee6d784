import { isCapitalised } from '../language/english/capitals.ts'
import { isFunctionWord } from '../language/english/function-words.ts'
import { type Token, tokenAt, wordAt } from '../language/english/tokens.ts'
import type { Dictionary } from './dictionary.ts'
import { type ProofItem, proofItem } from './proof-item.ts'

const wantPlural = new Set(['these', 'those', 'many', 'several', 'various', 'numerous', 'few'])
const wantSingular = new Set(['a', 'an', 'this', 'each', 'every', 'another'])
/** What may follow these words in the singular: `many a`, `several hundred`, `these last`. */
const neverCounted = new Set(
  'hundred thousand million billion trillion dozen percent others people same last first least best few young rich latter former'.split(
    ' ',
  ),
)

/**
 * A noun in the singular after `these` or `several`, in the plural after `a` or `each`, and after `one of the most`.
 * Only nouns that are nothing else, and only at the end of their phrase.
 */
export function nounNumber(text: string, tokens: readonly Token[], dictionary: Dictionary): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || isCapitalised(token.text) || !token.spaced || !endsPhrase(tokens, index)) return
    const fix = inRightNumber(tokens, index, dictionary)
    if (fix !== null) items.push(proofItem('proof-number', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}

function inRightNumber(tokens: readonly Token[], index: number, dictionary: Dictionary): string | null {
  const noun = tokenAt(tokens, index)
  const before = wordAt(tokens, index - 1)
  if (before === undefined || neverCounted.has(noun.lower) || isFunctionWord(noun.lower) || noun.lower.endsWith('ing'))
    return null
  if (wantPlural.has(before.lower)) return plural(tokens, index, before.lower, dictionary)
  // "Class A enterprises": a letter and no article.
  if (before.text === 'A' && index > 1) return null
  if (wantSingular.has(before.lower)) return singular(noun.lower, before.lower, dictionary)
  return isOneOf(tokens, index) && isBareNoun(noun.lower) ? dictionary.pluralOf(noun.lower) : null
}

/** The plural, where the word is no adjective; after `these`, before `are` or `have`, a verb is out of the question too. */
function plural(tokens: readonly Token[], index: number, before: string, dictionary: Dictionary): string | null {
  const word = tokens[index]?.lower ?? ''
  if (!isBareNoun(word)) return null
  const subject =
    before === 'these' && /^(?:are|were|have|is|was|has|can|will|may|must)$/.test(tokens[index + 1]?.lower ?? '')
  const regular = `${word}s`
  return dictionary.pluralOf(word) ?? (subject && dictionary.singularOf(regular) === word ? regular : null)
}

/** The singular; after `this` only where the word is no verb too (`this results`, `this plans`). */
function singular(word: string, before: string, { singularOf, isVerb }: Dictionary): string | null {
  const base = singularOf(word)
  return base === null || (/^(?:this|another)$/.test(before) && isVerb(base)) ? null : base
}

/** Whether a noun has none of the endings of adjectives, which may be nouns too (`many local and national …`). */
function isBareNoun(word: string): boolean {
  if (
    /(?:ment|agent|event|student|patient|client|accident|incident|resident|continent|plant|restaurant|place)$/.test(
      word,
    )
  )
    return true
  return (
    !/(?:al|ic|ive|an|ar|ese|ous|ent|ant|[ai]ble|ile|ary|ern|less|ful|ish|id|te|er|or|elderly|very|pretty|right|left|ill)$/.test(
      word,
    ) ||
    (/(?:ver|ter|ker|her|cher|yer|ger|der|mer|ctor|tor|sor)$/.test(word) &&
      !/^(?:other|further|either|upper|inner|outer|former|latter|after|later|better|clever|silver|lower|lesser|minor|major|senior|junior|newcomer)$/.test(
        word,
      ))
  )
}

/** Whether the word ends `one of the` with up to three words between. */
function isOneOf(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(2, index - 4); at -= 1) {
    const { type, lower } = tokenAt(tokens, at)
    if (type !== 'word') return false
    if (/^(?:the|these|those|our|their|its)$/.test(lower))
      return (
        tokens[at - 1]?.lower === 'of' &&
        tokens[at - 2]?.lower === 'one' &&
        tokens[at - 3]?.lower !== 'no' &&
        at < index - 1 &&
        /^(?:most|largest|biggest|first|best|main|major|key|top|few|leading|oldest|earliest)$/.test(
          tokens[at + 1]?.lower ?? '',
        )
      )
    if (isFunctionWord(lower) && !/^(?:most|more)$/.test(lower)) return false
  }
  return false
}

/** Whether what follows cannot belong to the noun: nothing, a mark that is no hyphen, or a small word. */
function endsPhrase(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  if (next === undefined) return true
  if (next.type === 'mark') return /^[.,;:!?)”]$/.test(next.text) && next.text !== "'"
  return next.type === 'word' && isFunctionWord(next.lower) && !isCapitalised(next.text)
}
