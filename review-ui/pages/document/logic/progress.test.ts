import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { displayedStates } from './displayed-state.ts'
import { heightOf, ticksOf } from './progress.ts'

const segments = fc
  .array(fc.record({ look: fc.constantFrom(...displayedStates), errors: fc.nat({ max: 1 }) }), { maxLength: 300 })
  .map((list) => list.map((segment, index) => ({ ...segment, id: `s${index}` })))

test('the ticks cover the document in order, never more than fit, and hide no flag', () => {
  fc.assert(
    fc.property(segments, fc.integer({ min: 1, max: 80 }), (list, limit) => {
      const { ticks } = ticksOf(list, limit)
      assert.ok(ticks.length <= limit)
      let next = 1
      for (const tick of ticks) {
        assert.equal(tick.from, next)
        assert.ok(tick.to >= tick.from)
        next = tick.to + 1
        const run = list.slice(tick.from - 1, tick.to)
        assert.equal(
          tick.flagged,
          run.some(({ look, errors }) => errors > 0 || look === 'returned'),
        )
        assert.ok(run.every(({ look }) => heightOf(look) >= heightOf(tick.look)))
      }
      assert.equal(next, list.length + 1)
    }),
  )
})

test('law: ticks that are kept over a change are those made anew', () => {
  const change = fc.record({ at: fc.nat(), look: fc.constantFrom(...displayedStates), errors: fc.nat({ max: 1 }) })
  fc.assert(
    fc.property(
      segments,
      fc.integer({ min: 1, max: 80 }),
      fc.array(change, { maxLength: 8 }),
      (list, limit, changes) => {
        let [rows, kept] = [list, ticksOf(list, limit)]
        for (const { at, ...more } of changes) {
          const index = at % Math.max(rows.length, 1)
          rows = rows.map((row, place) => (place === index ? { ...row, ...more } : row))
          kept = ticksOf(rows, limit, kept)
          assert.deepEqual(kept.ticks, ticksOf(rows, limit).ticks)
        }
      },
    ),
  )
})
