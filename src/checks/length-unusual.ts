import { expectDefined } from '../model/expect.ts'
import type { Remark } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'

/** How many sentences of some length show what is usual in a document. */
const fewestSentences = 30
/** In Chinese characters: from where on a sentence shows what is usual, and below which nothing is said of it. */
const [typical, least] = [8, 2]

/**
 * Beyond how many deviations a length is unusual. The deviation of the logarithm of the ratio is what the document has,
 * at least 0.15, and more for short sentences, where a name makes all the difference. Set on three official reports
 * (1,640 sentences, no finding) and their sentences with a part left out or cut off.
 */
const farOut = 3
/** Beyond how many it is worth a look: on one and a half of a hundred right sentences. */
const lookShort = 1.81
const lookLong = 2.1
const leastDeviation = 0.15
const ofShortness = (chinese: number) => 0.1 / chinese + 2.5 / chinese ** 2

/** Makes the median of absolute deviations a standard deviation, for a normal distribution. */
const ofMedian = 1.4826

interface Lengths {
  /** Chinese characters; a digit or a Latin letter is a quarter of one. */
  readonly chinese: number
  /** Letters and digits. */
  readonly english: number
}

const lengthsOf = remembering(
  ({ source, target }: SegmentContext): Lengths => ({
    chinese: count(source, /\p{Script=Han}/gu) + count(source, /[\p{Nd}\p{Script=Latin}]/gu) / 4,
    english: count(target, /[\p{Letter}\p{Nd}]/gu),
  }),
)

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const ratioOf = ({ chinese, english }: Lengths) => Math.log(english / chinese)

/**
 * Across a document: English far shorter or longer for its Chinese than that of the other sentences, a warning, or less
 * usual than most, a note. Says nothing in a document with fewer than thirty sentences of some length, or where the
 * English is empty.
 */
export function* lengthUnusual(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const lengths = yield* mapSteps(contexts, lengthsOf)
  const ratios = lengths.filter(({ chinese, english }) => chinese >= typical && english > 0).map(ratioOf)
  if (ratios.length < fewestSentences) return []
  const usual = medianOf(ratios)
  const deviation = Math.max(leastDeviation, ofMedian * medianOf(ratios.map((ratio) => Math.abs(ratio - usual))))
  return contexts.flatMap((context, index) => {
    const length = expectDefined(lengths[index], 'the lengths of a segment')
    const { chinese, english } = length
    if (chinese < least || english === 0) return []
    const away = ratioOf(length) - usual
    const deviations = away / Math.sqrt(deviation ** 2 + ofShortness(chinese))
    if (deviations >= -lookShort && deviations <= lookLong) return []
    return [
      {
        code: away < 0 ? 'length-short' : 'length-long',
        severity: Math.abs(deviations) > farOut ? 'warning' : 'note',
        segment: context.segment,
        target: { from: 0, to: context.target.length },
        // Of this segment alone: a waiver is to outlive changes elsewhere.
        params: { characters: String(Math.round(chinese)), letters: String(english) },
      },
    ]
  })
}

function medianOf(values: readonly number[]): number {
  return expectDefined(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)], 'the middle of some values')
}
