import { isFunctionWord } from '../language/english/function-words.ts'
import { roughStem } from '../language/english/stem.ts'
import { wordsOf } from '../language/english/words.ts'
import type { Remark } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'

/** How many sentences show which words of a document go together. */
const fewestSentences = 100
/** How many sentences are looked at together: neighbours show most, and what goes together is a table of words by words. */
const mostSentences = 1000
/** In how many other sentences a word must stand to count. */
const fewestOthers = 2
/** How many words of a sentence must count for a judgement. */
const fewestWords = 6

/**
 * How far below what is usual a sentence must be. Set on three official reports: four in a thousand right sentences, three
 * fifths of those that have the English of another.
 */
const farOff = 0.95
/** What is usual lies between the middle of a document's sentences and its best. */
const aboveMiddle = 0.06

interface Words {
  readonly chinese: ReadonlySet<string>
  readonly english: ReadonlySet<string>
}

/**
 * The pairs of neighbouring characters of the Chinese, and the words of the English that mean something. They are not
 * kept, which would take more than the document does.
 */
function countedWords(context: SegmentContext): Words {
  const chinese = new Set<string>()
  for (const [run] of context.source.matchAll(/\p{Script=Han}+/gu))
    for (let at = 0; at + 2 <= run.length; at += 1) chinese.add(run.slice(at, at + 2))
  const { stems } = stemsOf(context)
  return { chinese, english: new Set(stems === '' ? [] : stems.split(' ')) }
}

/** The words of the English that mean something, cut to their stems, with blanks between. */
const stemsOf = /* @__PURE__ */ remembering(({ target }: SegmentContext): { readonly stems: string } => {
  const stems = new Set<string>()
  for (const { text } of wordsOf(target)) {
    const word = text.toLowerCase()
    if (/^[a-z]/u.test(word) && word.length > 1 && !isFunctionWord(word)) stems.add(roughStem(word))
  }
  return { stems: [...stems].join(' ') }
})

/**
 * Across a document: English that shares nothing with its Chinese. What goes together is learnt from the other sentences of
 * the document: for each pair of characters, the English word beside which it stands most often. Says nothing in a document
 * of fewer than a hundred sentences, nor of sentences with too few words that stand elsewhere.
 */
export function* contentApart(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const translated = contexts.filter(({ target }) => target.trim() !== '')
  if (translated.length < fewestSentences) return []
  const parts = Math.ceil(translated.length / mostSentences)
  const likeness: Likeness[] = []
  for (let part = 0; part < parts; part += 1) {
    const [from, to] = [part, part + 1].map((edge) => Math.round((edge * translated.length) / parts))
    likeness.push(...(yield* knownLikeness(translated.slice(from, to))))
  }
  const usual = middleOf(likeness.filter(({ words }) => words >= fewestWords).map(({ mean }) => mean)) + aboveMiddle
  return translated.flatMap(({ segment, target }, index): readonly Remark[] => {
    const { mean, words } = likeness[index] ?? { mean: usual, words: 0 }
    if (words < fewestWords || (usual - mean) * Math.sqrt(words) < farOff) return []
    const text = target.length > quoted ? `${target.slice(0, quoted)}…` : target
    return [
      {
        code: 'content-apart',
        severity: 'note',
        segment,
        target: { from: 0, to: target.length },
        params: { en: text },
      },
    ]
  })
}

/** How many UTF-16 units of the English a finding quotes. */
const quoted = 40

interface Likeness {
  /** From 0 to 1: how closely the pairs of characters of a sentence go with its English, on average. */
  readonly mean: number
  /** How many pairs of characters were counted. */
  readonly words: number
}

/** Words as numbers, for those that stand in enough sentences: one that stands in no other shows nothing, and most do not. */
function numbered(sentences: readonly ReadonlySet<string>[]): {
  readonly size: number
  /** In how many sentences each word stands. */
  readonly counts: Uint16Array
  readonly sentences: readonly (readonly number[])[]
} {
  const everywhere = new Map<string, number>()
  for (const words of sentences) for (const word of words) everywhere.set(word, (everywhere.get(word) ?? 0) + 1)
  const counted = [...everywhere].filter(([, count]) => count > fewestOthers)
  const numbers = new Map(counted.map(([word], index) => [word, index]))
  return {
    size: counted.length,
    counts: Uint16Array.from(counted, ([, count]) => count),
    sentences: sentences.map((words) => [...words].flatMap((word) => numbers.get(word) ?? [])),
  }
}

interface KnownLikeness {
  readonly contexts: readonly SegmentContext[]
  readonly likeness: readonly Likeness[]
}

/** What was worked out last of the part that begins with a segment: an edit changes one part of a long document. */
const knownParts = new WeakMap<SegmentContext, KnownLikeness>()

function* knownLikeness(contexts: readonly SegmentContext[]): Steps<readonly Likeness[]> {
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
function* likenessOf(sentences: readonly Words[]): Steps<readonly Likeness[]> {
  const chinese = numbered(sentences.map((words) => words.chinese))
  const english = numbered(sentences.map((words) => words.english))
  const width = english.size
  const together = new Uint16Array(chinese.size * width)
  yield
  yield* mapSteps(chinese.sentences, (words, index) => {
    for (const zh of words)
      for (const en of english.sentences[index] ?? []) together[zh * width + en] = (together[zh * width + en] ?? 0) + 1
  })
  return yield* mapSteps(chinese.sentences, (words, index) => {
    let total = 0
    for (const zh of words) {
      let closest = 0
      for (const en of english.sentences[index] ?? []) {
        const others = (together[zh * width + en] ?? 1) - 1
        // Each count is one more than among the others, which makes a pair that is rare among them weigh less.
        const close = (others * others) / ((chinese.counts[zh] ?? 1) * (english.counts[en] ?? 1))
        if (close > closest) closest = close
      }
      total += Math.sqrt(closest)
    }
    return { mean: words.length === 0 ? 0 : total / words.length, words: words.length }
  })
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
