import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bandAround, heaviestChain } from './band.ts'

const count = fc.nat(12)

test('a way leads through every band: its edges never fall and rows overlap', () => {
  const drawn = fc.tuple(count, count, fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 6 }), fc.nat(3))
  fc.assert(
    fc.property(drawn, ([zh, en, points, width]) => {
      const path = heaviestChain(
        points.filter(([a, b]) => a < zh && b < en).map(([a, b]) => ({ zh: a, en: b, weight: 1 })),
        en,
      )
      const band = bandAround(
        path.map((point) => [point.zh, point.en] as const),
        zh,
        en,
        () => width,
      )
      assert.equal(band.from[0], 0)
      assert.equal(band.to[zh], en)
      for (let row = 0; row <= zh; row++) {
        assert.ok((band.from[row] ?? 0) <= (band.to[row] ?? -1))
        if (row === 0) continue
        assert.ok((band.from[row] ?? 0) >= (band.from[row - 1] ?? 0))
        assert.ok((band.to[row] ?? 0) >= (band.to[row - 1] ?? 0))
        assert.ok((band.from[row] ?? 0) <= (band.to[row - 1] ?? 0))
      }
    }),
  )
})

test('the heaviest chain rises in both texts and no other chain is heavier', () => {
  const point = fc.record({ zh: fc.nat(6), en: fc.nat(6), weight: fc.integer({ min: 1, max: 5 }) })
  const rises = (chain: readonly { zh: number; en: number }[]) =>
    chain.every(({ zh, en }, at) => at === 0 || (zh > (chain[at - 1]?.zh ?? 0) && en > (chain[at - 1]?.en ?? 0)))
  const weightOf = (chain: readonly { weight: number }[]) => chain.reduce((sum, { weight }) => sum + weight, 0)
  fc.assert(
    fc.property(fc.array(point, { maxLength: 7 }), (points) => {
      const chain = heaviestChain(points, 7)
      assert.ok(rises(chain))
      const ordered = points.toSorted((a, b) => a.zh - b.zh || a.en - b.en)
      for (let subset = 0; subset < 1 << points.length; subset++) {
        const other = ordered.filter((_, at) => (subset >> at) & 1)
        if (rises(other)) assert.ok(weightOf(other) <= weightOf(chain))
      }
    }),
  )
})
