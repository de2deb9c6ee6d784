import { hasKnownWord, type KnownWord, knownWordsIn } from '../language/known-words.ts'
import { expectDefined } from '../model/expect.ts'
import type { Span } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { charactersIn, lengthsOf, type UsualLengths, usualLengths } from './document-lengths.ts'
import { englishStems, likenessIn, partsOf, type SentenceLikeness, usualLikeness } from './likeness.ts'
import { itemsBeside } from './lists.ts'

/** A part of the Chinese, and how likely it is that the English lacks it: a logarithm of odds. */
export interface MissingPart extends Span {
  readonly odds: number
  /** Where it is an item of a list of which the English has one item less: the list. */
  readonly list?: ShortList
}

interface ShortList extends Span {
  readonly items: number
  /** How many items the English has. */
  readonly present: number
}

interface Piece extends Span {
  readonly characters: number
  readonly words: readonly KnownWord[]
}

interface Item {
  /** The number of its piece. */
  readonly piece: number
  readonly short: ShortList | undefined
}

interface Read {
  readonly pieces: readonly Piece[]
  readonly clauses: readonly Span[]
  readonly items: readonly Item[]
  readonly present: ReadonlySet<KnownWord>
  /** In how many pieces each word stands. */
  readonly spread: ReadonlyMap<KnownWord, number>
}

/** What the Chinese of a segment has of known words, piece by piece, and which of them its English has. */
const read = /* @__PURE__ */ remembering((context: SegmentContext): Read => {
  const { source, target } = context
  const parts = partsOf(context)
  const pieces = parts.pieces.map(({ from, to }): Piece => {
    const text = source.slice(from, to)
    return { from, to, characters: charactersIn(text), words: [...new Set(knownWordsIn(text).map(({ word }) => word))] }
  })
  const byStart = new Map(pieces.map(({ from }, index) => [from, index]))
  const items = parts.lists.flatMap((list): readonly Item[] => {
    const present = itemsBeside(list, source, target)
    const { from, to } = list
    const short = present === list.items.length - 1 ? { from, to, items: list.items.length, present } : undefined
    return list.items.flatMap((item) => {
      const piece = byStart.get(item.from)
      return piece === undefined ? [] : [{ piece, short }]
    })
  })
  const spread = new Map<KnownWord, number>()
  for (const { words } of pieces) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1)
  const { stems } = englishStems(context)
  const present = new Set([...spread.keys()].filter((word) => hasKnownWord(stems, word)))
  return { pieces, clauses: parts.clauses, items, present, spread }
})

/**
 * Of each sentence of a document the clauses, or the item of a list, that the English is likeliest to lack, whatever the
 * odds; null where there is nothing to say. A sentence is held against the same without them: by its length, by the words
 * known to both languages, by what stands together elsewhere in the document, and by the items of lists. In a document with
 * fewer than thirty sentences of some length it tells of lists alone.
 */
export function* missingParts(contexts: readonly SegmentContext[]): Steps<readonly (MissingPart | null)[]> {
  const usual = usualLengths(yield* mapSteps(contexts, lengthsOf))
  const translated = contexts.filter(({ target }) => target.trim() !== '')
  const likeness = (yield* likenessIn(translated)) ?? []
  const likenessBy = new Map(translated.map((context, at) => [context, likeness[at]]))
  const middle = usualLikeness(likeness)
  const counts = countsOf(yield* mapSteps(translated, read))
  return yield* mapSteps(contexts, (context) => {
    if (lengthsOf(context).english === 0) return null
    return likeliestPart(context, { usual, counts, middle, likeness: likenessBy.get(context) })
  })
}

interface Count {
  readonly all: number
  readonly present: number
}

function countsOf(sentences: readonly Read[]): ReadonlyMap<KnownWord, Count> {
  const counts = new Map<KnownWord, { all: number; present: number }>()
  for (const { spread, present } of sentences)
    for (const word of spread.keys()) {
      const count = counts.get(word) ?? { all: 0, present: 0 }
      count.all += 1
      if (present.has(word)) count.present += 1
      counts.set(word, count)
    }
  return counts
}

interface Evidence {
  /** Null where the document is too short to tell. */
  readonly usual: UsualLengths | null
  readonly counts: ReadonlyMap<KnownWord, Count>
  /** The middle of the likenesses of a document. */
  readonly middle: number
  readonly likeness: SentenceLikeness | undefined
}

/** How many sentences a word is taken to have stood in before. */
const assumed = 2
/** How often the English has the word of a clause that it lacks: by chance, or for another's sake. */
const byChance = 0.2
/** How much each kind of evidence counts, and from where to where: no kind decides alone. */
const weights = { length: 1, words: 0.7, likeness: 1 }
const [leastLength, mostWords, mostLikeness] = [-4, 6, 4]
/** How far below the middle of a document's sentences a part tells neither way. */
const belowMiddle = 0.06
/** How many clauses side by side are taken together. */
const mostClauses = 4
/** What it says of an item that its list is one short in the English, and that it is not. */
const [listShort, listWhole] = [3.8, 0.4]

/** What is said of a part of a sentence. */
interface Sums {
  characters: number
  words: number
  likeness: number
}

function likeliestPart(context: SegmentContext, evidence: Evidence): MissingPart | null {
  const { pieces, clauses, items } = read(context)
  const lengths = lengthsOf(context)
  const { usual } = evidence
  const ofPiece = pieces.map((_, at) => sumsOfPiece(context, at, evidence))
  const oddsOf = ({ characters, words, likeness }: Sums) => {
    const left = Math.max(2, lengths.chinese - characters)
    const length =
      usual === null ? 0 : usual.likelihood({ chinese: left, english: lengths.english }) - usual.likelihood(lengths)
    return (
      weights.length * Math.max(leastLength, length) +
      weights.words * between(-mostWords, words, mostWords) +
      weights.likeness * between(-mostLikeness, likeness, mostLikeness)
    )
  }
  let likeliest: MissingPart | null = null
  const consider = (part: MissingPart) => {
    if (likeliest === null || part.odds > likeliest.odds) likeliest = part
  }
  for (let first = 0; usual !== null && first < clauses.length; first += 1) {
    const sums: Sums = { characters: 0, words: 0, likeness: 0 }
    for (let last = first; last < Math.min(clauses.length, first + mostClauses); last += 1) {
      if (last - first + 1 === clauses.length) break
      const clause = expectDefined(clauses[last], 'a clause')
      for (const piece of ofPiece.slice(clause.from, clause.to)) add(sums, piece)
      const from = pieces[clauses[first]?.from ?? 0]?.from ?? 0
      consider({ from, to: pieces[clause.to - 1]?.to ?? 0, odds: oddsOf(sums) })
    }
  }
  for (const { piece, short } of items) {
    if (usual === null && short === undefined) continue
    const { from, to } = expectDefined(pieces[piece], 'a piece')
    const odds = oddsOf(expectDefined(ofPiece[piece], 'the sums of a piece')) + (short ? listShort : listWhole)
    consider({ from, to, odds, ...(short === undefined ? {} : { list: short }) })
  }
  return likeliest
}

function add(sums: Sums, { characters, words, likeness }: Sums): void {
  sums.characters += characters
  sums.words += words
  sums.likeness += likeness
}

/** What the words of a piece say for its being missing, each kind as a logarithm of odds. */
function sumsOfPiece(context: SegmentContext, at: number, { counts, middle, likeness }: Evidence): Sums {
  const { pieces, present, spread } = read(context)
  const piece = expectDefined(pieces[at], 'a piece')
  let odds = 0
  for (const word of piece.words) {
    // What another piece has, too, the English may have for its sake.
    if ((spread.get(word) ?? 0) > 1) continue
    const { all, present: often } = expectDefined(counts.get(word), 'the count of a word')
    const isPresent = present.has(word)
    const usual = Math.min(0.97, (often - Number(isPresent) + assumed * word.usual) / (all - 1 + assumed))
    odds += isPresent ? Math.min(0, Math.log(byChance / usual)) : Math.max(0, Math.log((1 - byChance) / (1 - usual)))
  }
  const { mean, words } = likeness?.pieces[at] ?? { mean: 0, words: 0 }
  const alike = words === 0 ? 0 : (middle - belowMiddle - mean) * words
  return { characters: piece.characters, words: odds, likeness: alike }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
