import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Match, MemoryPair } from '../model/match.ts'
import { createMemory } from './memory.ts'
import type { LookupOptions } from './options.ts'
import { packedInMemory } from './packed/fixtures/in-memory.ts'
import { lookUpPacked } from './packed/lookup.ts'
import { comparedText, costOf, scoreOf, unreviewedPenalty } from './score.ts'

const pair = (source: string, target: string, rest: Partial<MemoryPair> = {}): MemoryPair => ({
  source,
  target,
  origin: 'test',
  ...rest,
})

test('a text of one character repeated is measured like any other', () => {
  const memory = createMemory([pair('啊'.repeat(70_000), 'Ah')])
  assert.equal(memory.lookup('啊'.repeat(69_999))[0]?.score, 99)
  assert.deepEqual(memory.lookup('啊'.repeat(40_000)), [])
})

const character = fc.constantFrom('一', '二', '三', '，', ',', '１', '1', 'a', ' ', '𠮷', '𠮸')
const source = fc.string({ unit: character, maxLength: 14 })
const target = fc.constantFrom('x', 'y', 'z')
const neighbour = fc.constantFrom('', '甲')
const somePair = fc.record(
  {
    source,
    target,
    before: neighbour,
    after: neighbour,
    unreviewed: fc.constant(true as const),
    origin: fc.constantFrom('p', 'q'),
  },
  { requiredKeys: ['source', 'target', 'origin'], noNullPrototype: true },
)

function edits(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1)
  row.unshift(0)
  for (const [i, one] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries()) {
      const changed = (row[j] as number) + (one === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row.at(-1) as number
}

function naive(all: readonly MemoryPair[], wanted: string, options: LookupOptions): readonly Match[] {
  const measured = all.flatMap((one, number) => {
    if (one.source === '' || one.target === '' || wanted === '') return []
    const [a, b] = [comparedText(one.source), comparedText(wanted)]
    const [lettersA, lettersB] = [[...a.letters], [...b.letters]]
    const distance = costOf(edits(lettersA, lettersB), a.figures === b.figures)
    const same = one.source === wanted
    const likeness = same ? 100 : scoreOf(distance, Math.max(lettersA.length, lettersB.length))
    const score = one.unreviewed ? likeness - unreviewedPenalty : likeness
    const inContext =
      one.before !== undefined &&
      one.after !== undefined &&
      one.before === options.before &&
      one.after === options.after
    const type: Match['type'] = same ? (inContext ? 'ice' : 'exact') : 'fuzzy'
    return score >= (options.threshold ?? 70) ? [{ type, score, distance, number, pair: one }] : []
  })
  const order = ['ice', 'exact', 'fuzzy']
  measured.sort(
    (a, b) =>
      b.score - a.score ||
      order.indexOf(a.type) - order.indexOf(b.type) ||
      a.distance - b.distance ||
      b.number - a.number,
  )
  const once = measured.filter(
    (match, at) =>
      measured.findIndex(
        (other) => other.pair.source === match.pair.source && other.pair.target === match.pair.target,
      ) === at,
  )
  return once.slice(0, options.limit ?? 5).map(({ type, score, pair }) => ({ type, score, pair }))
}

const lookups = [
  fc.uniqueArray(somePair, { maxLength: 40, selector: (one) => JSON.stringify(one) }),
  source,
  fc.record({ before: neighbour, after: neighbour, limit: fc.nat(8), threshold: fc.nat(100) }, { requiredKeys: [] }),
] as const

test('the index finds what measuring every pair finds', () => {
  fc.assert(
    fc.property(...lookups, fc.nat(40), (all, wanted, options, cut) => {
      const memory = createMemory(all.slice(0, cut))
      memory.add(all.slice(cut))
      assert.deepEqual(memory.lookup(wanted, options), naive(all, wanted, options))
    }),
    { numRuns: 2000 },
  )
})

// Packing allocates its tables anew for each memory: fewer runs, of the same law.
test('the packed memory finds what measuring every pair finds', () => {
  fc.assert(
    fc.property(...lookups, (all, wanted, options) => {
      assert.deepEqual(lookUpPacked(packedInMemory(all), wanted, options), naive(all, wanted, options))
    }),
    { numRuns: 150 },
  )
})

const longText = fc.string({ unit: fc.constantFrom('一', '二', '三'), minLength: 25, maxLength: 140 })
const slip = fc.record({ at: fc.nat(140), insert: fc.string({ unit: fc.constantFrom('四', '一'), maxLength: 4 }) })
/** A text, and pairs of which the first has slips of it for a source. */
const longLookup = fc
  .tuple(longText, fc.array(slip, { maxLength: 12 }), fc.array(longText, { maxLength: 5 }))
  .map(([wanted, slips, others]) => {
    let near = wanted
    for (const { at, insert } of slips) near = near.slice(0, at) + insert + near.slice(at + 2)
    return { wanted, all: [near, ...new Set(others)].map((one, number) => pair(one, `t${number}`)) }
  })

test('long texts, too, are measured exactly', () => {
  fc.assert(
    fc.property(longLookup, ({ wanted, all }) => {
      assert.deepEqual(createMemory(all).lookup(wanted), naive(all, wanted, {}))
    }),
    { numRuns: 500 },
  )
})

test('long texts, too, are measured exactly by the packed memory', () => {
  fc.assert(
    fc.property(longLookup, ({ wanted, all }) => {
      assert.deepEqual(lookUpPacked(packedInMemory(all), wanted), naive(all, wanted, {}))
    }),
    { numRuns: 100 },
  )
})
