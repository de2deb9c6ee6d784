/**
 * How often pairs of neighbouring characters occur in ordinary Chinese prose: what is common there is no term. Counts
 * only, of pairs met at least twice; from them no sentence can be made again. extract-background.json is made by
 * bench/extraction-background.ts.
 */
export interface BackgroundStatistics {
  readonly pairs: ReadonlyMap<string, number>
}

export const noBackground: BackgroundStatistics = { pairs: new Map() }

/** `counts`: pairs in one string, under how often they were met: `{ "2": "我们他们…", "3": … }`. */
export function readBackground(counts: Readonly<Record<string, string>>): BackgroundStatistics {
  const pairs = new Map<string, number>()
  for (const [count, joined] of Object.entries(counts))
    for (let at = 0; at + 2 <= joined.length; at += 2) pairs.set(joined.slice(at, at + 2), Number(count))
  return { pairs }
}

/** How common a string is: the mean, over its pairs of characters, of the binary logarithm of one more than their count. */
export function commonness(form: string, { pairs }: BackgroundStatistics): number {
  if (form.length < 2) return 0
  let sum = 0
  for (let at = 0; at + 2 <= form.length; at++) sum += Math.log2(1 + (pairs.get(form.slice(at, at + 2)) ?? 0))
  return sum / (form.length - 1)
}
