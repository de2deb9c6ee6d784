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

const offers = (matches: readonly Match[]) => matches.map(({ type, score, pair }) => [type, score, pair.target])

test('the same text between the same neighbours goes before the same text, and that before a similar one', () => {
  const memory = createMemory([
    pair('全市新建公园十二座。', 'The city built 12 parks.', { before: '甲', after: '乙' }),
    pair('全市新建公园十三座。', 'The city built 13 parks.'),
    pair('全市新建公园十二座。', 'Twelve parks were built.'),
    pair('与此无关的一句话', 'Nothing to do with it'),
  ])
  assert.deepEqual(offers(memory.lookup('全市新建公园十二座。', { before: '甲', after: '乙' })), [
    ['ice', 100, 'The city built 12 parks.'],
    ['exact', 100, 'Twelve parks were built.'],
    ['fuzzy', 94, 'The city built 13 parks.'],
  ])
  assert.deepEqual(offers(memory.lookup('全市新建公园十二座。', { before: '甲' })), [
    ['exact', 100, 'Twelve parks were built.'],
    ['exact', 100, 'The city built 12 parks.'],
    ['fuzzy', 94, 'The city built 13 parks.'],
  ])
})

test('neighbours that are not known are never the same ones; none at all is a neighbour like another', () => {
  const memory = createMemory([
    pair('开场', 'Opening'),
    pair('结束', 'Close', { before: '', after: '' }),
    pair('休息', 'Break', { before: '开场' }),
  ])
  assert.equal(memory.lookup('开场')[0]?.type, 'exact')
  assert.equal(memory.lookup('休息', { before: '开场' })[0]?.type, 'exact')
  assert.equal(memory.lookup('结束', { before: '', after: '' })[0]?.type, 'ice')
})

test('texts that differ in width alone score 99; width is left out of account in any other distance', () => {
  const memory = createMemory([pair('今年，全市投资４０亿元！', 'This year the city invested 4 billion yuan!')])
  assert.deepEqual(offers(memory.lookup('今年,全市投资40亿元!')), [
    ['fuzzy', 99, 'This year the city invested 4 billion yuan!'],
  ])
  assert.equal(memory.lookup('今年,全市投资50亿元!')[0]?.score, 95)
  assert.equal(memory.lookup('今年,全县投资40亿元!')[0]?.score, 90)
  assert.deepEqual(memory.lookup('今年,全市投资40亿元!', { threshold: 100 }), [])
})

test('look-alikes and invisible characters are left out of account like width', () => {
  const memory = createMemory([pair('⽤⼾增⻓\u200b一成。', 'Us\u00aders grew by a tenth.')])
  assert.deepEqual(offers(memory.lookup('用户增长一成。')), [['fuzzy', 99, 'Us\u00aders grew by a tenth.']])
  assert.equal(memory.search('用户', 5).length, 1)
  assert.equal(memory.search('users grew', 5).length, 1)
  assert.deepEqual(memory.search('\u200b', 5), [])
})

test('the same source and target from two places are one offer; the same pair is held once', () => {
  const memory = createMemory([pair('同一句', 'One', { origin: 'a' }), pair('同一句', 'One', { origin: 'a' })])
  assert.equal(memory.size, 1)
  memory.add([pair('同一句', 'One', { origin: 'b' }), pair('', 'Empty'), pair('空', '')])
  assert.equal(memory.size, 2)
  assert.deepEqual(
    memory.lookup('同一句').map((match) => match.pair.origin),
    ['b'],
  )
})

test('nothing is offered for nothing', () => {
  const memory = createMemory([pair('有', 'Some')])
  assert.deepEqual(memory.lookup(''), [])
  assert.deepEqual(memory.lookup('有', { limit: 0 }), [])
  assert.deepEqual(createMemory([]).lookup('有'), [])
  assert.deepEqual(memory.search('  ', 5), [])
})

test('a text of one character repeated is measured like any other', () => {
  const memory = createMemory([pair('啊'.repeat(70_000), 'Ah')])
  assert.equal(memory.lookup('啊'.repeat(69_999))[0]?.score, 99)
  assert.deepEqual(memory.lookup('啊'.repeat(40_000)), [])
})

test('the concordance looks on both sides, whatever the width, case and spaces, latest first', () => {
  const memory = createMemory([
    pair('尼龙城建设，加快', 'Building of  Nylon City'),
    pair('尼龙城', 'NYLON\u00a0CITY'),
    pair('别的', 'other'),
  ])
  const targets = (text: string, limit = 9) => memory.search(text, limit).map((found) => found.target)
  assert.deepEqual(targets('nylon city'), ['NYLON\u00a0CITY', 'Building of  Nylon City'])
  assert.deepEqual(targets('尼龙城', 1), ['NYLON\u00a0CITY'])
  assert.deepEqual(targets('建设,'), ['Building of  Nylon City'])
  assert.deepEqual(targets('没有'), [])
})

// The law: what the index finds is what measuring every pair finds.

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
