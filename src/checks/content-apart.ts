import type { Remark } from '../model/finding.ts'
import type { Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { fewestWords, likenessIn, usualLikeness } from './likeness.ts'

/**
 * How far below what is usual a sentence must be. Set on three official reports: four in a thousand right sentences, three
 * fifths of those that have the English of another.
 */
const farOff = 1.05
/** What is usual lies between the middle of a document's sentences and its best. */
const aboveMiddle = 0.06
/** How many UTF-16 units of the English a finding quotes. */
const quoted = 40

/**
 * Across a document: English that shares nothing with its Chinese, by what the other sentences of the document show. Says
 * nothing in a document of fewer than a hundred sentences, nor of sentences with too few words that stand elsewhere.
 */
export function* contentApart(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const distances = yield* distancesIn(contexts)
  return contexts.flatMap(({ segment, target }, index): readonly Remark[] => {
    const distance = distances[index] ?? null
    if (distance === null || distance < farOff) return []
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

/** How far each sentence is below what is usual in its document; null where there is nothing to say. */
export function* distancesIn(contexts: readonly SegmentContext[]): Steps<readonly (number | null)[]> {
  const translated = contexts.filter(({ target }) => target.trim() !== '')
  const likeness = yield* likenessIn(translated)
  if (likeness === null) return contexts.map(() => null)
  const usual = usualLikeness(likeness) + aboveMiddle
  const distances = new Map(
    translated.map((context, index) => {
      const { mean, words } = likeness[index] ?? { mean: usual, words: 0 }
      return [context, words < fewestWords ? null : (usual - mean) * Math.sqrt(words)]
    }),
  )
  return contexts.map((context) => distances.get(context) ?? null)
}
