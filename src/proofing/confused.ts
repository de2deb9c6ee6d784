import { capitalisedLike } from '../language/english/capitals.ts'
import { isFunctionWord } from '../language/english/function-words.ts'
import { hasNounEnding } from '../language/english/nouns.ts'
import { type Token, tokenAt, wordAt } from '../language/english/tokens.ts'
import { isIrregularPast } from '../language/english/verbs.ts'
import type { Dictionary } from './dictionary.ts'
import { type ProofItem, proofItem } from './proof-item.ts'

const comparatives = new Set(
  (
    'more less fewer rather other better worse higher lower larger greater bigger smaller older younger faster slower longer ' +
    'shorter stronger weaker easier cheaper wider deeper'
  ).split(' '),
)

/** Words that sound alike and are taken for each other, where what stands around them leaves only one right. */
export function confused(text: string, tokens: readonly Token[], dictionary: Dictionary): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word') return
    const right = rightWord(tokens, index, dictionary)
    if (right === null) return
    const fix = capitalisedLike(token.text, right)
    items.push(proofItem('proof-confused', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}

function rightWord(tokens: readonly Token[], index: number, dictionary: Dictionary): string | null {
  const before = wordAt(tokens, index - 1)?.lower ?? ''
  const next = tokens[index + 1]
  const after = wordAt(tokens, index + 1)?.lower ?? ''
  switch (tokens[index]?.lower) {
    case 'then':
      return isThan(tokens, index) ? 'than' : null
    case "it's":
      if (after === 'own') return 'its'
      if (/^(?:of|at|in|with|from|by|into|during|within|under|to|on)$/.test(before))
        return after === '' || isFunctionWord(after) || /^(?:because|like)$/.test(after) ? null : 'its'
      return governs(before, dictionary) && isPossessed(tokens, index + 1, dictionary) ? 'its' : null
    case 'its':
      return /^(?:a|an|the|been|not)$/.test(after) ? "it's" : null
    case 'there':
      if (after === 'own') return 'their'
      if (/^(?:of|with|during|within|onto|than)$/.test(before))
        return after === '' || isFunctionWord(after) || times.has(after) ? null : 'their'
      return governs(before, dictionary) &&
        !/^(?:to|into|through|under)$/.test(before) &&
        isPossessed(tokens, index + 1, dictionary)
        ? 'their'
        : null
    case 'their':
      return /^(?:is|are|was|were)$/.test(after) ? 'there' : null
    case 'to':
      return /^(?:much|many|few|early|late)$/.test(after) && next?.type === 'word' && isTooAdverb(tokens, index)
        ? 'too'
        : null
    case 'i':
      return isLonelyI(tokens, index) ? 'I' : null
    default:
      return null
  }
}

/** After a comparative with at most three words between, and before what is compared. */
function isThan(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  if (next === undefined || !tokens[index]?.spaced || /^(?:than|-|[,.;:!?)”"])$/.test(next.lower)) return false
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const word = wordAt(tokens, at)
    if (word === undefined || /^(?:and|by|since|until|but|only|was|were|is|are)$/.test(word.lower)) return false
    if (comparatives.has(word.lower)) return at === index - 1 || isCompared(next)
  }
  return false
}

function isCompared({ type, lower, text }: Token): boolean {
  return (
    type === 'number' ||
    text === '$' ||
    /^(?:the|a|an|any|ever|in|at|that|those|other|being|its|their|his|her|our)$/.test(lower)
  )
}

/** Verbs that say something of a whole sentence: after them `it's` and `there` may begin it. */
const saying =
  /^(?:sa(?:y|id)|th(?:ink|ought)|kn[eo]w|feel|felt|believe|hope|mean|show|suggest|see|saw|find|found|claim|guess|bet|assume|argue|add|tell|told|feel|fear|note|like|make|made|realiz|realis|understand|remember|decid|happen|go|went|gone|get|got|live|stay|arrive|work|stand|stood|sit|sat|be|mov|travel|matter|return|head|meet|met)/

/** Whether a word asks for a noun after it: a preposition, or a verb of doing something to something. */
function governs(word: string, { isVerb, verbOfThirdPerson }: Dictionary): boolean {
  if (/^(?:of|at|in|for|from|with|by|on|to|into|under|through|about|during|within|around|since|onto)$/.test(word))
    return true
  if (word === '' || isFunctionWord(word) || saying.test(word)) return false
  return isVerb(word) || verbOfThirdPerson(word) !== null || /(?:ing|ed)$/.test(word) || isIrregularPast(word)
}

const times = new Set(
  'years year days day months month weeks week hours hour minutes minute times time people today'.split(' '),
)

/** Whether a plural noun, or one that is nothing else, stands at `index`, with at most one word before it. */
function isPossessed(tokens: readonly Token[], index: number, dictionary: Dictionary): boolean {
  const [first, second] = [wordAt(tokens, index), wordAt(tokens, index + 1)]
  if (
    first === undefined ||
    isFunctionWord(first.lower) ||
    times.has(first.lower) ||
    /(?:ing|ed|ly)$/.test(first.lower)
  )
    return false
  if (isPlainNoun(first.lower, dictionary)) return true
  if (second === undefined || !second.spaced) return false
  return !isFunctionWord(second.lower) && !times.has(second.lower) && isPlainNoun(second.lower, dictionary)
}

function isPlainNoun(word: string, { singularOf, pluralOf, isNoun }: Dictionary): boolean {
  return singularOf(word) !== null || pluralOf(word) !== null || (hasNounEnding(word) && isNoun(word))
}

function isTooAdverb(tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:is|are|was|were|be|been|far|much|not|it's)$/.test(wordAt(tokens, index - 1)?.lower ?? '') &&
    wordAt(tokens, index + 2) === undefined
  )
}

/** A small i by itself between words, which is the pronoun and no number of an item. */
function isLonelyI(tokens: readonly Token[], index: number): boolean {
  const { text, spaced } = tokenAt(tokens, index)
  const before = wordAt(tokens, index - 1)
  const after = wordAt(tokens, index + 1)
  return (
    text === 'i' &&
    spaced &&
    before !== undefined &&
    after?.spaced === true &&
    !/^(?:item|point|part|clause)$/.test(before.lower)
  )
}
