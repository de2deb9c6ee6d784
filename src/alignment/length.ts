/** How long English is beside its Chinese: characters a code point, and the variance of a code point's share. */
export interface LengthRatio {
  readonly mean: number
  readonly variance: number
}

/** The least and the most that a pair of texts is believed to have. */
const bounds = { mean: [1.5, 6], variance: [2, 14] } as const
const usual = { mean: 3.4, variance: 7 } as const

function within([least, most]: readonly [number, number], value: number): number {
  return Math.min(most, Math.max(least, value))
}

/** The ratio of whole texts, with the usual variance. */
export function ratioOfTotals(zh: number, en: number): LengthRatio {
  return { mean: zh === 0 ? usual.mean : within(bounds.mean, en / zh), variance: usual.variance }
}

/** Fewer pairs of texts say nothing of the ratio. */
const leastPairs = 10
/** Shorter Chinese texts (code points) vary too much to say something of the ratio. */
const leastLength = 5

/** The ratio of linked texts, by their lengths; undefined for too few. Medians hold against pairs that are wrong. */
export function ratioOf(pairs: readonly (readonly [zh: number, en: number])[]): LengthRatio | undefined {
  const telling = pairs.filter(([zh]) => zh >= leastLength)
  if (telling.length < leastPairs) return undefined
  const mean = within(bounds.mean, median(telling.map(([zh, en]) => en / zh)))
  // Half of a normal distribution lies within 0.6745 of its deviation.
  const spread = median(telling.map(([zh, en]) => Math.abs(en - zh * mean) / Math.sqrt(zh))) / 0.6745
  return { mean, variance: within(bounds.variance, spread ** 2) }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** How far two lengths are from the ratio, in standard deviations (Gale and Church 1993, the sizes averaged). */
export function deviation({ mean, variance }: LengthRatio, zh: number, en: number): number {
  const size = Math.max(1, (zh + en / mean) / 2)
  return (en - zh * mean) / Math.sqrt(size * variance)
}

/** How many standard deviations a length may be off. */
export const usualDeviation = 2.5

/** The logarithm of the share of pairs that deviate at least so far: 0 for none, falling like a normal distribution's tail. */
export function lengthScore(ratio: LengthRatio, zh: number, en: number): number {
  const x = Math.abs(deviation(ratio, zh, en))
  // Abramowitz and Stegun 26.2.17 for the tail; its logarithm by the asymptotic form where that underflows.
  if (x > 8) return -0.5 * x * x - Math.log(x) - 0.2257913526
  const t = 1 / (1 + 0.2316419 * x)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.log(Math.min(1, 2 * 0.3989422804 * Math.exp(-0.5 * x * x) * series))
}
