import { keyOf } from './alignment-pairs.ts'

/** Links of plain Gale and Church (1993): lengths in characters, the published shapes and their shares, no words. */
export function galeChurch(zh: readonly string[], en: readonly string[]): readonly string[] {
  const shapes = [
    [1, 1, 0.89],
    [1, 0, 0.00495],
    [0, 1, 0.00495],
    [2, 1, 0.0445],
    [1, 2, 0.0445],
    [2, 2, 0.011],
  ] as const
  const sums = (texts: readonly string[]) => {
    const sum = [0]
    for (const text of texts) sum.push((sum.at(-1) ?? 0) + [...text.replace(/\s/g, '')].length)
    return sum
  }
  const [zhSums, enSums] = [sums(zh), sums(en)]
  const [n, m] = [zh.length, en.length]
  const ratio = (enSums[m] ?? 0) / Math.max(1, zhSums[n] ?? 1)
  const variance = 6.8
  const cost = (a: number, b: number) => {
    if (a === 0 && b === 0) return 0
    const mean = (a + b / ratio) / 2
    const delta = Math.abs((a * ratio - b) / Math.sqrt(variance * mean))
    const t = 1 / (1 + 0.2316419 * delta)
    const tail =
      0.3989423 *
      Math.exp((-delta * delta) / 2) *
      (t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))))
    return -Math.log(Math.max(1e-40, 2 * tail))
  }
  const width = m + 1
  const best = new Float64Array((n + 1) * width).fill(Infinity)
  const choice = new Int8Array((n + 1) * width)
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      for (const [index, [a, b, share]] of shapes.entries()) {
        if (a > i || b > j) continue
        const before = best[(i - a) * width + j - b] ?? Infinity
        const total =
          before -
          Math.log(share) +
          cost((zhSums[i] ?? 0) - (zhSums[i - a] ?? 0), (enSums[j] ?? 0) - (enSums[j - b] ?? 0))
        if (total < (best[i * width + j] ?? Infinity)) {
          best[i * width + j] = total
          choice[i * width + j] = index
        }
      }
    }
  }
  const links: string[] = []
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [a, b] = shapes[choice[i * width + j] ?? 0] ?? [1, 1]
    links.push(keyOf(range(i - a, i), range(j - b, j)))
    i -= a
    j -= b
  }
  return links
}
