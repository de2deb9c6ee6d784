/** The places of one text in two lists. */
export interface Pair {
  readonly first: number
  readonly second: number
}

/**
 * Pairs equal texts of two lists, each at most once. Texts that stand once in both are certain; what stands several times
 * goes with its neighbours, and else in order. In linear time.
 */
export function equalPairs(first: readonly string[], second: readonly string[]): readonly Pair[] {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (at: number, to: number) => {
    partner.set(to, at)
    taken.add(at)
  }
  const places = placesOf(first)
  const counts = placesOf(second)
  for (const [text, [at, ...more]] of places) {
    const [to, ...others] = counts.get(text) ?? []
    if (at !== undefined && to !== undefined && more.length + others.length === 0) pair(at, to)
  }
  const alongside = (to: number, step: 1 | -1) => {
    const neighbour = partner.get(to - step)
    const at = neighbour === undefined ? undefined : neighbour + step
    if (at === undefined || partner.has(to) || taken.has(at)) return
    if (first[at] !== undefined && first[at] === second[to]) pair(at, to)
  }
  for (let to = 0; to < second.length; to++) alongside(to, 1)
  for (let to = second.length - 1; to >= 0; to--) alongside(to, -1)
  for (const [text, tos] of counts) {
    const left = (places.get(text) ?? []).filter((at) => !taken.has(at))
    for (const to of tos) {
      if (partner.has(to)) continue
      const at = left.shift()
      if (at !== undefined) pair(at, to)
    }
  }
  return [...partner].map(([to, at]) => ({ first: at, second: to }))
}

function placesOf(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, text] of texts.entries()) {
    const list = places.get(text)
    if (list) list.push(at)
    else places.set(text, [at])
  }
  return places
}
