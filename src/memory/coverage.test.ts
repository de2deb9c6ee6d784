import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { coverageBands } from '../model/coverage.ts'
import { bandsOf, type CoveredSegment, coverageOf } from './coverage.ts'

test('each segment is in one band: matches in context and exact ones first, then repetitions, then by score', () => {
  const segments: readonly CoveredSegment[] = [
    { source: '甲', match: null },
    { source: '甲', match: { type: 'fuzzy', score: 80 } },
    { source: '乙', match: { type: 'exact', score: 100 } },
    { source: '乙', match: { type: 'ice', score: 100 } },
    { source: '丙', match: { type: 'exact', score: 97 } },
    ...[99, 95, 94, 85, 84, 75, 74, 50, 49].map((score) => ({
      source: String(score),
      match: { type: 'fuzzy' as const, score },
    })),
  ]
  const bands = ['new', 'repetition', 'exact', 'context', '95-99', '95-99', '95-99', '85-94', '85-94', '75-84', '75-84']
  assert.deepEqual(bandsOf(segments), [...bands, '50-74', '50-74', 'new'])
})

test('the bands together have all segments and all characters', () => {
  const match = fc.option(fc.record({ type: fc.constantFrom('ice', 'exact', 'fuzzy'), score: fc.nat(100) }))
  const segment = fc.record({ source: fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷'), maxLength: 3 }), match })
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const { total, bands } = coverageOf(segments)
      const sum = (member: 'segments' | 'characters') =>
        coverageBands.reduce((all, band) => all + bands[band][member], 0)
      assert.deepEqual([sum('segments'), sum('characters')], [total.segments, total.characters])
      assert.equal(total.segments, segments.length)
    }),
  )
})
