import { isPinyin } from '../language/chinese/syllables.ts'
import { capitalised, isCapitalised } from '../language/english/capitals.ts'
import { officialWords } from '../language/english/data/official-words.ts'
import { spelledIn } from '../language/english/dialects.ts'
import { beginsSentence, type Token, tokenAt, wordAt } from '../language/english/tokens.ts'
import { entriesOf } from '../language/lists.ts'
import type { Dialect } from '../model/house-style.ts'
import type { Allowed } from './allowed.ts'
import type { Dictionary } from './dictionary.ts'
import { isFormed } from './formed.ts'
import { type ProofItem, proofItem } from './proof-item.ts'
import { suggest } from './suggest.ts'

const official: ReadonlySet<string> = new Set(entriesOf(officialWords))

/**
 * How many unknown words of one text are looked into: a sentence with more is no English, and looking costs about a
 * millisecond a word.
 */
const unknownAtMost = 30

/** Endings by which a word at the beginning of a sentence is told from a name. */
const english = /(?:[^aeiou]ing|[st]ion|tions|ment|ments|ally|ful|ness|ance|ence|ity|ities|ough|ever|ght|[^aeiou]ed)$/

/**
 * Words that are in neither dictionary, nor allowed, nor made of known ones, and that are one slip away from a known
 * word. An unknown word far from any known one is taken for a rare word; one with a capital for a name; one in pinyin,
 * with foreign letters or beside another unknown one for a foreign word. Words of the other dialect are notes.
 */
export function spelling(
  text: string,
  tokens: readonly Token[],
  options: { readonly dialect: Dialect; readonly allowed: Allowed; readonly dictionary: Dictionary },
): readonly ProofItem[] {
  const { dialect, allowed, dictionary } = options
  const items: ProofItem[] = []
  const unknown: number[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || !isCheckable(token)) return
    const word = stemOf(token.lower)
    // First, since most words are written so.
    if (dictionary.writes(dialect, word) || allowed.has(token.lower) || official.has(token.lower)) return
    if (dictionary.knows(word)) {
      const fix = isCapitalised(token.text)
        ? null
        : spelledIn(dialect, word, (spelling) => dictionary.writes(dialect, spelling))
      const span = { from: token.from, to: token.from + word.length }
      if (fix !== null) items.push(proofItem('proof-dialect', 'note', text, span, fix))
    } else unknown.push(index)
  })
  const assessed = unknown
    .slice(0, unknownAtMost)
    .map((index) => ({ index, ...assess(text, tokens, index, dictionary) }))
  const foreign = new Set(assessed.filter((word) => word.isForeign === true).map(({ index }) => index))
  const isForeign = (index: number) => foreign.has(index) || /[^ -~’]/.test(wordAt(tokens, index)?.text ?? '')
  for (const { index, item } of assessed) {
    if (item === undefined || [-2, -1, 1, 2].some((step) => isForeign(index + step))) continue
    if (!isQuoted(tokens, index) && !isAddress(tokens, index)) items.push(item)
  }
  return items
}

/** What is to be said of an unknown word; `isForeign` where it is far from any known one. */
interface Assessment {
  readonly item?: ProofItem
  readonly isForeign?: boolean
}

function assess(text: string, tokens: readonly Token[], index: number, dictionary: Dictionary): Assessment {
  const token = tokenAt(tokens, index)
  const word = stemOf(token.lower)
  const span = { from: token.from, to: token.from + word.length }
  const capital = isCapitalised(token.text)
  if (capital && !(beginsSentence(tokens, index) && english.test(word) && word.length >= 6)) return {}
  const name = capitalised(word)
  if (!capital && dictionary.knows(name) && word.length >= 4)
    return { item: proofItem('proof-capital', 'warning', text, span, name) }
  if (isPinyin(word, 2, 6) || isFormed(word, dictionary)) return {}
  const joined = tokens[index - 1]?.text === '-' || tokens[index + 1]?.text === '-'
  // `all-nighters`, `kind-hearted`
  if (joined && /(?:ers?|ed)$/.test(word) && dictionary.knows(word.replace(/(?:ers?|ed)$/, ''))) return {}
  if (word.length < (joined ? 6 : 5)) {
    const plain = plainSlips.get(word)
    return plain === undefined
      ? { isForeign: true }
      : { item: proofItem('proof-spelling', 'warning', text, span, plain) }
  }
  const near = suggest(word, dictionary.knows)
  if (near === null) return { isForeign: true }
  const fix = capital ? capitalised(near.word) : near.word
  return { item: proofItem('proof-spelling', 'warning', text, span, fix, near.only) }
}

/** Short slips that are plain; other short unknown words are left be. */
const plainSlips: ReadonlyMap<string, string> = new Map(
  Object.entries({
    teh: 'the',
    hte: 'the',
    adn: 'and',
    taht: 'that',
    tahn: 'than',
    thsi: 'this',
    wiht: 'with',
    wich: 'which',
    ahve: 'have',
    hvae: 'have',
    alot: 'a lot',
  }),
)

/** Words in plain letters, in small ones but for the first. */
function isCheckable({ text }: Token): boolean {
  return text.length <= 40 && /^[A-Za-z][a-z]+(?:['’][a-z]{1,2})?$/.test(text)
}

function stemOf(lower: string): string {
  return lower.replace(/'s$/, '')
}

/** Whether a word stands by itself in quotation marks or brackets, as foreign words do that are explained. */
function isQuoted(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? ''
  const after = tokens[index + 1]?.text ?? ''
  return /^["“‘'([]$/.test(before) && /^["”’')\],.]$/.test(after)
}

/** Whether a word is part of an address or a name of a file: a mark on its side without a space. */
function isAddress(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  const before = tokens[index - 1]
  const tied = (token: Token | undefined) => token !== undefined && /^[@/\\_.#:=&~+*[\]]$/.test(token.text)
  const after = tokens[index + 2]
  return (
    (tied(before) && tokens[index]?.spaced === false) ||
    (next !== undefined && !next.spaced && tied(next) && after !== undefined && !after.spaced)
  )
}
