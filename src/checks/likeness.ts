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

/** The parts of the Chinese of a segment, read once. */
export const partsOf = /* @__PURE__ */ remembering(({ source }: SegmentContext) => partsIn(source))

function partsIn(text: string): Parts {
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
  /** Of each piece, the pairs of neighbouring characters as numbers. */
  readonly pieces: readonly (readonly number[])[]
  /** The stems of the English. */
  readonly english: readonly string[]
}

/**
 * The pairs of neighbouring characters of the Chinese, and the words of the English that mean something. They are not
 * kept, which would take more than the document does.
 */
function countedWords(context: SegmentContext): Words {
  const stems = englishStems(context).stems.trim()
  const { source } = context
  return {
    pieces: partsOf(context).pieces.map((piece) => pairsIn(source, piece)),
    english: stems === '' ? [] : stems.split(' '),
  }
}

/** Where the most common Chinese characters stand in Unicode: the two blocks of before 2000. */
const [firstHan, lastHan] = [0x3400, 0x9fff]
const hanCount = lastHan - firstHan + 1

function pairsIn(text: string, { from, to }: Span): readonly number[] {
  const pairs: number[] = []
  let before = -1
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code < firstHan || code > lastHan) before = -1
    else {
      // Less than 2³¹: V8 keeps larger numbers on the heap, each by itself.
      if (before >= 0) pairs.push(before * hanCount + code - firstHan)
      before = code - firstHan
    }
  }
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

/** Of a sentence, and of each of its smallest parts (`partsOf`). */
export interface SentenceLikeness extends Likeness {
  readonly pieces: readonly Likeness[]
}

/** Words as numbers from 0 on, for those that stand in enough sentences: one that stands in no other shows nothing, and most do not. */
interface Numbered {
  readonly size: number
  /** In how many sentences each word stands. */
  readonly counts: Uint16Array
  /** Of each sentence, its lists of words without those that do not count. */
  readonly sentences: readonly (readonly (readonly number[])[])[]
}

function numbered<W>(sentences: readonly (readonly (readonly W[])[])[]): Numbered {
  const first = new Map<W, number>()
  const counts: number[] = []
  const lastIn: number[] = []
  const all = sentences.map((lists, index) =>
    lists.map((words) =>
      words.map((word) => {
        let number = first.get(word)
        if (number === undefined) {
          number = counts.length
          first.set(word, number)
          counts.push(0)
          lastIn.push(-1)
        }
        if (lastIn[number] !== index) {
          lastIn[number] = index
          counts[number] = (counts[number] ?? 0) + 1
        }
        return number
      }),
    ),
  )
  let size = 0
  const final = counts.map((count) => (count > fewestOthers ? size++ : -1))
  return {
    size,
    counts: Uint16Array.from(counts.filter((count) => count > fewestOthers)),
    sentences: all.map((lists) =>
      lists.map((words) => {
        const counting: number[] = []
        for (const word of words) {
          const number = final[word] ?? -1
          if (number >= 0) counting.push(number)
        }
        return counting
      }),
    ),
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
  const chinese = numbered(sentences.map(({ pieces }) => pieces))
  yield
  const english = numbered(sentences.map((words) => [words.english]))
  yield
  const width = english.size
  const together = new Uint16Array(chinese.size * width)
  const distinct = yield* mapSteps(chinese.sentences, (pieces) => [...new Set(pieces.flat())])
  yield* mapSteps(distinct, (words, index) => {
    const stems = english.sentences[index]?.[0] ?? []
    for (const zh of words) {
      const row = zh * width
      for (const en of stems) together[row + en] = (together[row + en] ?? 0) + 1
    }
  })
  const closeness = new Float64Array(chinese.size)
  return yield* mapSteps(distinct, (words, index) => {
    const stems = english.sentences[index]?.[0] ?? []
    for (const zh of words) {
      const row = zh * width
      let closest = 0
      for (const en of stems) {
        const others = (together[row + en] ?? 1) - 1
        // Each count is one more than among the others, which makes a pair that is rare among them weigh less.
        const close = (others * others) / (english.counts[en] ?? 1)
        if (close > closest) closest = close
      }
      closeness[zh] = Math.sqrt(closest / (chinese.counts[zh] ?? 1))
    }
    const meanOf = (each: readonly number[]): Likeness => {
      let total = 0
      for (const zh of each) total += closeness[zh] ?? 0
      return { mean: each.length === 0 ? 0 : total / each.length, words: each.length }
    }
    return { ...meanOf(words), pieces: (chinese.sentences[index] ?? []).map(meanOf) }
  })
}

/** The middle of the likenesses of the sentences with enough words. */
export function usualLikeness(likeness: readonly Likeness[]): number {
  const means = likeness.filter(({ words }) => words >= fewestWords).map(({ mean }) => mean)
  return means.toSorted((a, b) => a - b)[Math.floor(means.length / 2)] ?? 0
}
