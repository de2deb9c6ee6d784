import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../model/event.ts'
import { comment, sha256 } from '../stores/conformance.ts'
import { chain, chainStart, verifyChain } from './chain.ts'
import { clockNotes, writtenAt } from './clock.ts'

const start = Date.UTC(2026, 2, 1)
const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** A chain written by clocks that say these times, one an entry. */
function written(clocks: readonly number[], known?: string): readonly Entry[] {
  const entries: Entry[] = []
  for (const clock of clocks) {
    const last = entries.at(-1)
    const time = writtenAt(iso(clock), last, known)
    entries.push(...chain(last ?? chainStart, [comment('x')], { ...time, by: 'p1', digest: sha256 }))
  }
  return entries
}

test('whatever the clocks say, time never runs backwards in a chain, and the chain is whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4e10, max: 4e10 }), { maxLength: 12 }), (offsets) => {
      const entries = written(offsets.map((offset) => start + offset))
      for (const [index, entry] of entries.slice(1).entries()) assert.ok(entry.at >= (entries[index]?.at ?? ''))
      assert.deepEqual(verifyChain(entries, sha256), { type: 'whole' })
      assert.ok(clockNotes('x', entries).every(({ reason }) => reason === 'behind'))
    }),
  )
})

test('servers whose clocks differ by less than a minute write in turn, and nothing is said', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 5000 }))), fc.nat({ max: 60_000 }), (turns, skew) => {
      let now = start
      const entries = written(
        turns.map(([first, wait]) => {
          now += wait
          return first ? now : now - skew
        }),
      )
      assert.deepEqual(clockNotes('x', entries), [])
      assert.ok(entries.every(({ clock }) => clock === undefined))
    }),
  )
})

test('a clock set back is recorded in every entry it writes, and told in one', () => {
  const day = 24 * 60 * 60 * 1000
  const back = start - 400 * day
  const entries = written([start, back, back + 1000, start + 1000])
  assert.deepEqual(
    entries.map(({ at, clock }) => [at, clock]),
    [
      [iso(start), undefined],
      [iso(start), iso(back)],
      [iso(start), iso(back + 1000)],
      [iso(start + 1000), undefined],
    ],
  )
  const [note, ...more] = clockNotes('people', entries)
  assert.deepEqual(more, [])
  assert.deepEqual(note, { journal: 'people', reason: 'behind', entry: 2, to: 3, at: iso(start), clock: iso(back) })
  const fresh = written([back], iso(start))
  assert.deepEqual([fresh[0]?.at, fresh[0]?.clock], [iso(back), iso(back)], 'a new chain shows it by what others know')
})

test('a chain of an earlier version in which time ran backwards is told, and is not called altered', () => {
  const one = chain(chainStart, [comment('x')], { at: iso(start), by: 'p1', digest: sha256 })
  const two = chain(one[0] ?? assert.fail(), [comment('y')], { at: iso(start - 1e9), by: 'p1', digest: sha256 })
  assert.deepEqual(
    clockNotes('x', [...one, ...two]).map(({ reason, entry }) => [reason, entry]),
    [['backwards', 2]],
  )
})
