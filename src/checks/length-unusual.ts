import { expectDefined } from '../model/expect.ts'
import type { Remark } from '../model/finding.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { lengthsOf, usualLengths } from './document-lengths.ts'

/** In Chinese characters: below which nothing is said of a sentence. */
const least = 2
/** Beyond how many deviations a length is warned of, and worth a look. */
const farOut = 3.4
const [lookShort, lookLong] = [2.7, 2.7]

/**
 * Across a document: English far shorter or longer for its Chinese than that of the other sentences, a warning, or less
 * usual than most, a note. Says nothing in a document with fewer than thirty sentences of some length, or where the
 * English is empty.
 */
export function* lengthUnusual(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const lengths = yield* mapSteps(contexts, lengthsOf)
  const usual = usualLengths(lengths)
  if (usual === null) return []
  return contexts.flatMap((context, index) => {
    const length = expectDefined(lengths[index], 'the lengths of a segment')
    const { chinese, english } = length
    if (chinese < least || english === 0) return []
    const deviations = usual.deviations(length)
    if (deviations >= -lookShort && deviations <= lookLong) return []
    return [
      {
        code: deviations < 0 ? 'length-short' : 'length-long',
        severity: Math.abs(deviations) > farOut ? 'warning' : 'note',
        segment: context.segment,
        target: { from: 0, to: context.target.length },
        // Of this segment alone: a waiver is to outlive changes elsewhere.
        params: { characters: String(Math.round(chinese)), letters: String(english) },
      },
    ]
  })
}
