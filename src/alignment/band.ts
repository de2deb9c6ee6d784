/** For each number of Chinese segments taken, from 0 to all, the least and the most English segments that may be taken then. */
export interface Band {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** A place where both texts are believed to be at the same point, in segments taken. */
export type Point = readonly [zh: number, en: number]

/** The most that a part missing on one side widens the band, in segments. */
const mostMissing = 1_500

/**
 * A band around a path of points in rising order. `halfWidth`: how far it reaches on each side at a distance from the
 * nearest point. Between two points where one text is longer than usual, something is missing in the other, at an
 * unknown place: there the band is so much wider.
 */
export function bandAround(
  points: readonly Point[],
  zhCount: number,
  enCount: number,
  halfWidth: (distance: number) => number,
): Band {
  const path: Point[] = [[0, 0], ...points, [zhCount, enCount]]
  const from = new Int32Array(zhCount + 1)
  const to = new Int32Array(zhCount + 1)
  let at = 0
  for (let zh = 0; zh <= zhCount; zh++) {
    while (at + 2 < path.length && (path[at + 1]?.[0] ?? 0) <= zh) at++
    const [zhBefore, enBefore] = path[at] ?? [0, 0]
    const [zhAfter, enAfter] = path[at + 1] ?? [zhCount, enCount]
    const share = zhAfter === zhBefore ? 0 : Math.min(1, (zh - zhBefore) / (zhAfter - zhBefore))
    const centre = enBefore + share * (enAfter - enBefore)
    const usual = ((zhAfter - zhBefore) * enCount) / Math.max(1, zhCount)
    const missing = Math.min(mostMissing, Math.abs(enAfter - enBefore - usual))
    const reach = halfWidth(Math.max(0, Math.min(zh - zhBefore, zhAfter - zh))) + missing
    const slope = zhAfter === zhBefore ? enAfter - enBefore : 0
    from[zh] = Math.max(0, Math.floor(centre - reach))
    to[zh] = Math.min(enCount, Math.ceil(centre + slope + reach))
  }
  // Of several points in one row, each is within the band.
  for (const [zh, en] of points) {
    from[zh] = Math.max(0, Math.min(from[zh] ?? 0, Math.floor(en - halfWidth(0))))
    to[zh] = Math.min(enCount, Math.max(to[zh] ?? 0, Math.ceil(en + halfWidth(0))))
  }
  from[0] = 0
  to[zhCount] = enCount
  // A path through the band has to exist: its edges never fall.
  for (let zh = zhCount - 1; zh >= 0; zh--) from[zh] = Math.min(from[zh] ?? 0, from[zh + 1] ?? 0)
  for (let zh = 1; zh <= zhCount; zh++) to[zh] = Math.max(to[zh] ?? 0, to[zh - 1] ?? 0)
  for (let zh = 1; zh <= zhCount; zh++) from[zh] = Math.min(from[zh] ?? 0, to[zh - 1] ?? 0)
  return { from, to }
}

/** The points of the heaviest chain that rises in both texts (weighted longest increasing subsequence), in order. */
export function heaviestChain<P extends { readonly zh: number; readonly en: number; readonly weight: number }>(
  points: readonly P[],
  enCount: number,
): readonly P[] {
  const ordered = points.toSorted((a, b) => a.zh - b.zh || b.en - a.en)
  // Of each prefix of English places the heaviest chain that ends in it: a binary indexed tree over maxima.
  const best = new Int32Array(enCount + 2).fill(-1)
  const totals: number[] = []
  const before: number[] = []
  const heavier = (a: number, b: number) => (a < 0 || (b >= 0 && (totals[b] ?? 0) > (totals[a] ?? 0)) ? b : a)
  let last = -1
  for (const [at, { en, weight }] of ordered.entries()) {
    let previous = -1
    for (let place = en; place > 0; place -= place & -place) previous = heavier(previous, best[place] ?? -1)
    totals.push(weight + (previous < 0 ? 0 : (totals[previous] ?? 0)))
    before.push(previous)
    for (let place = en + 1; place <= enCount + 1; place += place & -place) best[place] = heavier(best[place] ?? -1, at)
    last = heavier(last, at)
  }
  const chain: P[] = []
  for (let at = last; at >= 0; at = before[at] ?? -1) {
    const point = ordered[at]
    if (point !== undefined) chain.push(point)
  }
  return chain.reverse()
}
