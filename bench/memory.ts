import { expectDefined } from '../src/model/expect.ts'
/**
 * The translation memory against measuring every pair: `npm run bench:memory -- [segments] [lookups]`.
 * Segments are made up: words of two to four characters, some much commoner than others, as long as real ones
 * (median about 46 characters). Half the texts looked up are altered segments of the memory, half are new ones.
 */

import { codePointSlots, codePointsOf } from '../src/memory/code-points.ts'
import { createDistance } from '../src/memory/distance.ts'
import { createMemory } from '../src/memory/memory.ts'
import { comparedText, costOf, mostEdits, scoreOf } from '../src/memory/score.ts'
import type { MemoryPair } from '../src/model/match.ts'
import { createRandom } from './random.ts'

const segments = Number(process.argv[2] ?? 200_000)
const lookups = Number(process.argv[3] ?? 400)
const bruteLookups = Math.min(lookups, 20)

const random = createRandom(7)
const whole = (below: number) => Math.floor(random() * below)
const hanzi = () => String.fromCharCode(0x4e00 + Math.floor(3000 * random() ** 2))
const words = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + whole(3) }, hanzi).join(''))

function sentence(): string {
  // Lengths spread like those of a real press conference: ninth decile near 130.
  const length = Math.min(
    290,
    Math.max(4, Math.round(46 * Math.exp(0.75 * (random() + random() + random() - 1.5) * 2))),
  )
  let text = ''
  while (text.length < length) {
    text +=
      random() < 0.12 ? '，' : random() < 0.05 ? String(whole(5000)) : words[Math.floor(words.length * random() ** 3)]
  }
  return `${text}。`
}

function altered(text: string): string {
  let result = text
  for (let count = 1 + whole(5); count > 0; count--) {
    const at = whole(result.length)
    result = result.slice(0, at) + (random() < 0.5 ? '' : hanzi()) + result.slice(at + whole(2))
  }
  return result
}

function quantile(sorted: readonly number[], share: number): number {
  return expectDefined(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], 'a measurement')
}

function timed<T>(texts: readonly string[], run: (text: string) => T): { results: T[]; median: number; high: number } {
  const times: number[] = []
  const results = texts.map((text) => {
    const start = performance.now()
    const result = run(text)
    times.push(performance.now() - start)
    return result
  })
  times.sort((a, b) => a - b)
  return { results, median: quantile(times, 0.5), high: quantile(times, 0.99) }
}

const slots = codePointSlots()

/** Measures every pair with the same distance, and keeps the five best scores. */
function brute(pairs: readonly MemoryPair[], wanted: string): readonly number[] {
  const { letters, figures } = comparedText(wanted)
  const points = codePointsOf(letters)
  const { distance, release } = createDistance(points, slots)
  const scores: number[] = []
  for (const { source } of pairs) {
    const other = comparedText(source)
    const otherPoints = codePointsOf(other.letters)
    const longer = Math.max(otherPoints.length, points.length)
    const most = mostEdits(longer, 70)
    if (Math.abs(otherPoints.length - points.length) > most) continue
    const edits = distance(otherPoints, 0, otherPoints.length, most)
    const score = edits <= most ? scoreOf(costOf(edits, figures === other.figures), longer) : 0
    if (score >= 70) scores.push(source === wanted ? 100 : score)
  }
  release()
  return scores.sort((a, b) => b - a).slice(0, 5)
}

const pairs = Array.from({ length: segments }, (_, at): MemoryPair => {
  return { source: sentence(), target: `The English of ${at}`, origin: 'bench' }
})
const texts = Array.from({ length: lookups }, (_, at) =>
  at % 2 === 0 ? altered(expectDefined(pairs[whole(pairs.length)], 'a pair').source) : sentence(),
)
const lengths = pairs.map((pair) => pair.source.length).sort((a, b) => a - b)

const gc = globalThis.gc ?? (() => {})
gc()
const before = process.memoryUsage()
const start = performance.now()
const memory = createMemory(pairs)
const build = performance.now() - start
gc()
const after = process.memoryUsage()
const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20

timed(texts.slice(0, 50), (text) => memory.lookup(text))
const ours = timed(texts, (text) => memory.lookup(text))
const rival = timed(texts.slice(0, bruteLookups), (text) => brute(pairs, text))
const differing = rival.results.filter((scores, at) => {
  const found = expectDefined(ours.results[at], 'a result').map((match) => match.score)
  return scores.join() !== found.join()
}).length
const concordance = timed(
  texts.slice(0, 20).map((text) => text.slice(0, 3)),
  (text) => memory.search(text, 50),
)

const ms = (value: number) => `${value.toFixed(2)} ms`
console.log(`${segments} segments, ${quantile(lengths, 0.5)} characters median, ${quantile(lengths, 0.9)} ninth decile`)
console.log(
  `build        ${(build / 1000).toFixed(1)} s, ${grown.toFixed(0)} MB${globalThis.gc ? '' : ' (node --expose-gc for a firm figure)'}`,
)
console.log(`lookup       median ${ms(ours.median)}, 99th percentile ${ms(ours.high)}, ${lookups} texts`)
console.log(`brute force  median ${ms(rival.median)}, 99th percentile ${ms(rival.high)}, ${bruteLookups} texts`)
console.log(`found something for ${ours.results.filter((found) => found.length > 0).length} of ${lookups}`)
console.log(`best scores that differ from brute force: ${differing} of ${bruteLookups}`)
console.log(`concordance  median ${ms(concordance.median)}, 99th percentile ${ms(concordance.high)}`)
