import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { CandidateEvent, Entry } from '../../model/event.ts'
import { holdEntries } from './held-entries.ts'

const entryAt = (sequence: number): Entry<CandidateEvent> => ({
  sequence,
  at: '2026-01-01T00:00:00.000Z',
  by: 'p1',
  previous: '',
  hash: `h${sequence}`,
  event: { type: 'candidate-restored', v: 1, form: '词' },
})

test('lists of any length, read at any length and after any entry, are one list', () => {
  const lengths = fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 200, max: 600 })), { maxLength: 12 })
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2_000), (lists, part, after) => {
      const held = holdEntries<CandidateEvent>()
      const all: Entry<CandidateEvent>[] = []
      const readings: { readonly count: number; readonly sequences: readonly number[] }[] = []
      for (const length of lists) {
        const added = Array.from({ length }, (_, at) => entryAt(all.length + at + 1))
        held.add(added)
        all.push(...added)
        assert.equal(held.count(), all.length)
        readings.push({ count: all.length, sequences: all.map(({ sequence }) => sequence) })
      }
      for (const { count, sequences } of readings) {
        assert.deepEqual(
          held.first(count, 0).map(({ sequence }) => sequence),
          sequences,
        )
      }
      const most = Math.floor(part * all.length)
      assert.deepEqual(
        held.first(most, after),
        all.slice(0, most).filter(({ sequence }) => sequence > after),
      )
    }),
  )
})
