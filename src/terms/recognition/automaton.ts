import { expectDefined } from '../../model/expect.ts'
/** An occurrence of a pattern: its number, and its offsets in UTF-16 units. */
export interface Hit {
  readonly pattern: number
  readonly from: number
  readonly to: number
}

/**
 * Finds every occurrence of every pattern in one pass (A. V. Aho and M. J. Corasick, "Efficient string matching",
 * CACM 18, 1975). Of equal patterns the first is reported; empty patterns never are.
 */
export function createAutomaton(patterns: readonly string[]): (text: string) => readonly Hit[] {
  // State 0 is the root. An edge is keyed by its state and its UTF-16 unit in one number.
  const edges = new Map<number, number>()
  const parents: number[] = [0]
  const units: number[] = [0]
  const depths: number[] = [0]
  const ends: number[] = [-1]
  const edge = (state: number, unit: number) => state * 0x10000 + unit

  for (const [number, pattern] of patterns.entries()) {
    let state = 0
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at)
      let next = edges.get(edge(state, unit))
      if (next === undefined) {
        next = parents.length
        edges.set(edge(state, unit), next)
        parents.push(state)
        units.push(unit)
        depths.push(at + 1)
        ends.push(-1)
      }
      state = next
    }
    if (state !== 0 && ends[state] === -1) ends[state] = number
  }

  const size = parents.length
  /** The state of the longest proper suffix that is itself a beginning of a pattern. */
  const fallbacks = new Int32Array(size)
  /** The nearest state along the fallbacks at which a pattern ends, or 0. */
  const outputs = new Int32Array(size)
  const step = (from: number, unit: number): number => {
    let state = from
    for (;;) {
      const next = edges.get(edge(state, unit))
      if (next !== undefined) return next
      if (state === 0) return 0
      state = expectDefined(fallbacks[state], 'a state')
    }
  }
  for (const state of statesByDepth(depths)) {
    const parent = expectDefined(parents[state], 'a state')
    const fallback =
      parent === 0 ? 0 : step(expectDefined(fallbacks[parent], 'a state'), expectDefined(units[state], 'a unit'))
    fallbacks[state] = fallback
    outputs[state] = ends[fallback] === -1 ? expectDefined(outputs[fallback], 'a state') : fallback
  }

  return (text) => {
    const hits: Hit[] = []
    let state = 0
    for (let at = 0; at < text.length; at++) {
      state = step(state, text.charCodeAt(at))
      let output = ends[state] === -1 ? expectDefined(outputs[state], 'a state') : state
      while (output !== 0) {
        const from = at + 1 - expectDefined(depths[output], 'a depth')
        hits.push({ pattern: expectDefined(ends[output], 'a pattern'), from, to: at + 1 })
        output = expectDefined(outputs[output], 'a state')
      }
    }
    return hits
  }
}

/** All states but the root, the shallow ones first: a fallback is always shallower than its state. */
function statesByDepth(depths: readonly number[]): Int32Array {
  const starts: number[] = []
  for (const depth of depths) starts[depth + 1] = (starts[depth + 1] ?? 0) + 1
  for (let depth = 1; depth < starts.length; depth++) starts[depth] = (starts[depth] ?? 0) + (starts[depth - 1] ?? 0)
  const order = new Int32Array(depths.length)
  depths.forEach((depth, state) => {
    const place = starts[depth] ?? 0
    order[place] = state
    starts[depth] = place + 1
  })
  return order.subarray(1)
}
