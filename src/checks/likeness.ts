import { stemsOf } from '../language/english/stem.ts'
import type { Span } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { type List, listsIn } from './lists.ts'

/** How many sentences show which words of a document go together. */
const fewestSentences = 100
/** How many sentences are looked at together: neighbours show most, and what goes together is a table of words by words. */
const mostSentences = 1000
/** In how many other sentences a word must stand to count. */
const fewestOthers = 2
/** How many words of a sentence must count for a judgement of it. */
export const fewestWords = 6

/** A clause of a Chinese text: what stands between its marks. */
const clause = /[^，。；：！？,;:!?\n]+/gu

/** The parts of a Chinese text that are looked at by themselves: its clauses, and the items of the lists in them. */
export interface Parts {
  /** The smallest parts, in order: items, what stands about them, and clauses without any. */
  readonly pieces: readonly Span[]
  /** Of each clause, its first piece and the one behind its last. */
  readonly clauses: readonly Span[]
  readonly lists: readonly List[]
}

/** The parts of a Chinese text. */
export function partsIn(text: string): Parts {
  const lists = listsIn(text)
  const edges = new Set(lists.flatMap(({ items }) => items.flatMap(({ from, to }) => [from, to])))
  const pieces: Span[] = []
  const clauses = [...text.matchAll(clause)].map(({ 0: words, index }): Span => {
    const first = pieces.length
    let from = index
    for (let at = index + 1; at <= index + words.length; at += 1) {
      if (at < index + words.length && !edges.has(at)) continue
      pieces.push({ from, to: at })
      from = at
    }
    return { from: first, to: pieces.length }
  })
  return { pieces, clauses, lists }
}

interface Words {
  /** Of each piece. */
  readonly chinese: readonly ReadonlySet<string>[]
  readonly english: ReadonlySet<string>
}

/**
 * The pairs of neighbouring characters of the Chinese, and the words of the English that mean something. They are not
 * kept, which would take more than the document does.
 */
function countedWords(context: SegmentContext): Words {
  const stems = englishStems(context).stems.trim()
  return {
    chinese: partsIn(context.source).pieces.map(({ from, to }) => pairsIn(context.source.slice(from, to))),
    english: new Set(stems === '' ? [] : stems.split(' ')),
  }
}

function pairsIn(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu))
    for (let at = 0; at + 2 <= run.length; at += 1) pairs.add(run.slice(at, at + 2))
  return pairs
}

/** The stems of the English of a segment, read once. */
export const englishStems = /* @__PURE__ */ remembering(({ target }: SegmentContext) => ({ stems: stemsOf(target) }))

/**
 * How alike both sides of each sentence of a document are. What goes together is learnt from the other sentences: for each
 * pair of characters, the English word beside which it stands most often. Null for a document of fewer than a hundred
 * sentences.
 */
export function* likenessIn(contexts: readonly SegmentContext[]): Steps<readonly SentenceLikeness[] | null> {
  if (contexts.length < fewestSentences) return null
  const parts = Math.ceil(contexts.length / mostSentences)
  const likeness: SentenceLikeness[] = []
  for (let part = 0; part < parts; part += 1) {
    const [from, to] = [part, part + 1].map((edge) => Math.round((edge * contexts.length) / parts))
    likeness.push(...(yield* knownLikeness(contexts.slice(from, to))))
  }
  return likeness
}

export interface Likeness {
  /** From 0 to 1: how closely the pairs of characters of a sentence go with its English, on average. */
  readonly mean: number
  /** How many pairs of characters were counted. */
  readonly words: number
}

/** Of a sentence, and of each of its smallest parts (`partsIn`). */
export interface SentenceLikeness extends Likeness {
  readonly pieces: readonly Likeness[]
}

/** Words as numbers, for those that stand in enough sentences: one that stands in no other shows nothing, and most do not. */
function numbered(sentences: readonly ReadonlySet<string>[]): {
  readonly size: number
  /** In how many sentences each word stands. */
  readonly counts: Uint16Array
  readonly numbers: ReadonlyMap<string, number>
  readonly sentences: readonly (readonly number[])[]
} {
  const everywhere = new Map<string, number>()
  for (const words of sentences) for (const word of words) everywhere.set(word, (everywhere.get(word) ?? 0) + 1)
  const counted = [...everywhere].filter(([, count]) => count > fewestOthers)
  const numbers = new Map(counted.map(([word], index) => [word, index]))
  return {
    numbers,
    size: counted.length,
    counts: Uint16Array.from(counted, ([, count]) => count),
    sentences: sentences.map((words) => [...words].flatMap((word) => numbers.get(word) ?? [])),
  }
}

interface KnownLikeness {
  readonly contexts: readonly SegmentContext[]
  readonly likeness: readonly SentenceLikeness[]
}

/** What was worked out last of the part that begins with a segment: an edit changes one part of a long document. */
const knownParts = new WeakMap<SegmentContext, KnownLikeness>()

function* knownLikeness(contexts: readonly SegmentContext[]): Steps<readonly SentenceLikeness[]> {
  const [first] = contexts
  const known = first && knownParts.get(first)
  const isSame =
    known?.contexts.length === contexts.length && contexts.every((context, at) => context === known.contexts[at])
  if (known && isSame) return known.likeness
  const likeness = yield* likenessOf(yield* mapSteps(contexts, countedWords))
  if (first) knownParts.set(first, { contexts, likeness })
  return likeness
}

/** How alike both sides of each sentence are, by what the other sentences show. */
function* likenessOf(sentences: readonly Words[]): Steps<readonly SentenceLikeness[]> {
  const chinese = numbered(
    sentences.map((words) => words.chinese).map((each) => new Set(each.flatMap((pairs) => [...pairs]))),
  )
  const english = numbered(sentences.map((words) => words.english))
  const width = english.size
  const together = new Uint16Array(chinese.size * width)
  yield
  yield* mapSteps(chinese.sentences, (words, index) => {
    for (const zh of words)
      for (const en of english.sentences[index] ?? []) together[zh * width + en] = (together[zh * width + en] ?? 0) + 1
  })
  return yield* mapSteps(chinese.sentences, (words, index) => {
    const closeness = new Map<number, number>()
    for (const zh of words) {
      let closest = 0
      for (const en of english.sentences[index] ?? []) {
        const others = (together[zh * width + en] ?? 1) - 1
        // Each count is one more than among the others, which makes a pair that is rare among them weigh less.
        const close = (others * others) / ((chinese.counts[zh] ?? 1) * (english.counts[en] ?? 1))
        if (close > closest) closest = close
      }
      closeness.set(zh, Math.sqrt(closest))
    }
    const meanOf = (values: readonly number[]): Likeness => {
      const total = values.reduce((sum, value) => sum + value, 0)
      return { mean: values.length === 0 ? 0 : total / values.length, words: values.length }
    }
    const ofPiece = (pairs: ReadonlySet<string>) =>
      meanOf([...pairs].flatMap((pair) => closeness.get(chinese.numbers.get(pair) ?? -1) ?? []))
    return { ...meanOf([...closeness.values()]), pieces: (sentences[index]?.chinese ?? []).map(ofPiece) }
  })
}

/** The middle of the likenesses of the sentences with enough words. */
export function usualLikeness(likeness: readonly Likeness[]): number {
  const means = likeness.filter(({ words }) => words >= fewestWords).map(({ mean }) => mean)
  return means.toSorted((a, b) => a - b)[Math.floor(means.length / 2)] ?? 0
}
