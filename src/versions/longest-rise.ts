import { expectDefined } from '../model/expect.ts'

/** The places of a longest rising run of distinct numbers (patience sorting, Fredman 1975). */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  // The end of the best run of each length, and what stands before each place in its run.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [at, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (expectDefined(numbers[ends[middle] ?? 0], 'a number') < number) low = middle + 1
      else high = middle
    }
    previous[at] = ends[low - 1]
    ends[low] = at
  }
  const run = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at)
  return run
}
