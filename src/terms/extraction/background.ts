/**
 * How often pairs of neighbouring characters occur in ordinary Chinese prose: a frequent pair is evidence against a
 * term. Counts only, of pairs that occur at least twice; the prose cannot be restored from them.
 * bench/extraction-background.ts makes background.json.
 */
export interface BackgroundStatistics {
  readonly pairs: ReadonlyMap<string, number>
}

export const noBackground: BackgroundStatistics = { pairs: new Map() }

/** `counts`: under each count, the pairs with that count as one string: `{ "2": "我们他们…", "3": … }`. */
export function readBackground(counts: Readonly<Record<string, string>>): BackgroundStatistics {
  const pairs = new Map<string, number>()
  for (const [count, joined] of Object.entries(counts))
    for (let at = 0; at + 2 <= joined.length; at += 2) pairs.set(joined.slice(at, at + 2), Number(count))
  return { pairs }
}

/** How common a string is: the mean over its pairs of characters of log2(count + 1). */
export function commonness(form: string, { pairs }: BackgroundStatistics): number {
  if (form.length < 2) return 0
  let sum = 0
  for (let at = 0; at + 2 <= form.length; at++) sum += Math.log2(1 + (pairs.get(form.slice(at, at + 2)) ?? 0))
  return sum / (form.length - 1)
}
