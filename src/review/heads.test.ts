import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../model/event.ts'
import { expectDefined } from '../model/expect.ts'
import { comment, entriesAfter, sha256 } from '../stores/conformance.ts'
import { chain, chainStart, verifyChain } from './chain.ts'
import { headFaults, headOf, headsBehind, type WitnessedHead } from './heads.ts'

const witness = { type: 'list' } as const

function headAt(entries: readonly Entry[], length: number): WitnessedHead {
  return { ...expectDefined(headOf('people', entries[length - 1]), 'a head'), witness }
}

function judged(entries: readonly Entry[], heads: readonly WitnessedHead[]) {
  return headFaults(new Map([['people', { entries, verdict: verifyChain(entries, sha256) }]]), heads)
}

/** A chain, the lengths it was witnessed at, and how long it was then at most. */
const witnessed = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }))
  .map(([length, marks]) => {
    const entries = entriesAfter(
      undefined,
      Array.from({ length }, (_, index) => `e${index}`),
    )
    const lengths = marks.map((mark) => (mark % length) + 1)
    return { entries, heads: lengths.map((at) => headAt(entries, at)), last: Math.max(...lengths) }
  })

/** The same events from an entry on, one of them another, chained anew as whoever owns the machine can. */
function chainedAnew(entries: readonly Entry[], at: number, text: string): readonly Entry[] {
  const events = entries.slice(at - 1).map(({ event }, index) => (index === 0 ? comment(text) : event))
  const before = entries[at - 2] ?? chainStart
  return [...entries.slice(0, at - 1), ...chain(before, events, { at: '2026', by: 'p1', digest: sha256 })]
}

test('an intact chain, grown since or not, holds to every head it ever had', () => {
  fc.assert(
    fc.property(witnessed, fc.nat({ max: 5 }), ({ entries, heads }, more) => {
      const grown = [
        ...entries,
        ...entriesAfter(
          entries.at(-1),
          Array.from({ length: more }, () => 'more'),
        ),
      ]
      assert.deepEqual(judged(grown, heads), [])
      const placeless = heads.map((head) => ({ ...head, length: null }))
      assert.deepEqual(judged(grown, placeless), [])
    }),
  )
})

test('entries cut off behind a head are missing, and those that are missing are named', () => {
  fc.assert(
    fc.property(witnessed, fc.nat(), ({ entries, heads, last }, cut) => {
      const length = cut % last
      const faults = judged(entries.slice(0, length), heads)
      assert.deepEqual(faults, [{ journal: 'people', reason: 'missing', entry: length + 1, to: last, witness }])
    }),
  )
})

test('an entry changed before a head is found, though the whole chain was made anew behind it', () => {
  fc.assert(
    fc.property(witnessed, fc.nat(), fc.nat({ max: 3 }), ({ entries, heads, last }, place, more) => {
      const at = (place % last) + 1
      const forged = chainedAnew(entries, at, 'forged')
      const grown = [
        ...forged,
        ...entriesAfter(
          forged.at(-1),
          Array.from({ length: more }, () => 'more'),
        ),
      ]
      assert.deepEqual(verifyChain(grown, sha256), { type: 'whole' }, 'the chain by itself shows nothing')
      const [fault, ...others] = judged(grown, heads)
      assert.equal(fault?.reason, 'rewritten')
      assert.ok(fault && fault.entry <= at && at <= fault.to, 'the range has the changed entry')
      assert.deepEqual(others, [])
      assert.deepEqual(
        judged(
          grown,
          heads.map((head) => ({ ...head, length: null })),
        ).map(({ reason }) => reason),
        ['absent'],
        'a hash without its place shows it, too',
      )
    }),
  )
})

test('entries taken out in the middle and chained anew are found', () => {
  fc.assert(
    fc.property(witnessed, fc.nat(), ({ entries, heads, last }, place) => {
      const at = (place % last) + 1
      const events = entries.slice(at).map(({ event }) => event)
      const before = entries[at - 2] ?? chainStart
      const rest = chain(before, events, { at: '2026', by: 'p1', digest: sha256 })
      assert.notDeepEqual(judged([...entries.slice(0, at - 1), ...rest], heads), [])
    }),
  )
})

test('a journal that is gone is missing from its first entry', () => {
  const entries = entriesAfter(undefined, ['one', 'two'])
  assert.deepEqual(headFaults(new Map(), [headAt(entries, 2)]), [
    { journal: 'people', reason: 'missing', entry: 1, to: 2, witness },
  ])
})

test('what a chain shows of itself is not told twice', () => {
  const entries = entriesAfter(undefined, ['one', 'two', 'three'])
  const [one, two, three] = entries as [Entry, Entry, Entry]
  const altered = [one, { ...two, by: 'somebody' }, three]
  assert.deepEqual(judged(altered, [headAt(entries, 1), headAt(entries, 3)]), [])
})

test('an older list of heads is told from a newer one', () => {
  const entries = entriesAfter(undefined, ['one', 'two'])
  const [then, now] = [1, 2].map((length) => headAt(entries, length)) as [WitnessedHead, WitnessedHead]
  const plain = ({ name, hash }: WitnessedHead, length: number) => ({ name, hash, length })
  assert.deepEqual(headsBehind([plain(now, 2)], [plain(then, 1)]), [])
  assert.deepEqual(headsBehind([plain(then, 1)], [plain(now, 2)]), [plain(now, 2)])
  assert.deepEqual(headsBehind([{ ...plain(now, 2), hash: 'another' }], [plain(now, 2)]), [plain(now, 2)])
  assert.deepEqual(headsBehind([], [plain(now, 2)]), [], 'a site need not name every chain')
})
