import type { Quantity } from '../../model/quantity.ts'
import type { Atom } from './atoms.ts'

/** A matching of Chinese atoms with English ones while it is made: each pass adds the pairs it is sure of. */
export interface Matching {
  readonly zh: readonly Atom[]
  /** The English atoms that may be paired. */
  readonly en: readonly Atom[]
  readonly pairs: Map<Atom, Atom>
  /** The English atoms that are paired. */
  readonly taken: Set<Atom>
  /** The Chinese atoms whose counterpart has another value. */
  readonly changed: Set<Atom>
  /** The English quantities that are matched together with another one. */
  readonly joined: Set<Quantity>
}

export function newMatching(zh: readonly Atom[], en: readonly Atom[]): Matching {
  return { zh, en, pairs: new Map(), taken: new Set(), changed: new Set(), joined: new Set() }
}

export function pair({ pairs, taken }: Matching, zh: Atom, en: Atom): void {
  pairs.set(zh, en)
  taken.add(en)
}

/** How well two atoms of one value fit: by kind, by the way they are written and by their places in the order. */
export function preference(zh: Atom, en: Atom): number {
  return (
    (zh.kind === en.kind ? 1 : 0) +
    (zh.quantity.digits === en.quantity.digits ? 0.5 : 0) -
    Math.abs(zh.place - en.place)
  )
}

/** The atoms of one value in their order, with the place of the first that may still be free. */
interface Queue {
  readonly atoms: Atom[]
  head: number
}

export type Queues = ReadonlyMap<string, Queue>

export function queuesByValue(atoms: readonly Atom[]): Queues {
  const queues = new Map<string, Queue>()
  for (const atom of atoms) {
    const queue = queues.get(atom.key)
    if (queue === undefined) queues.set(atom.key, { atoms: [atom], head: 0 })
    else queue.atoms.push(atom)
  }
  return queues
}

/** Of several equal numbers only the first few free ones are considered, so that a thousand of them take linear time. */
const weighed = 6

/** Pairs each atom with the preferred free one of the same value that fits it. */
export function pairEqual(
  matching: Matching,
  atoms: readonly Atom[],
  queues: Queues,
  fits: (zh: Atom, en: Atom) => boolean,
): void {
  const { pairs, taken } = matching
  for (const atom of atoms) {
    const queue = pairs.has(atom) ? undefined : queues.get(atom.key)
    if (queue === undefined) continue
    let head = queue.atoms[queue.head]
    while (head !== undefined && taken.has(head)) {
      queue.head += 1
      head = queue.atoms[queue.head]
    }
    let best: Atom | undefined
    for (const candidate of queue.atoms.slice(queue.head, queue.head + weighed)) {
      if (taken.has(candidate) || !fits(atom, candidate)) continue
      if (best === undefined || preference(atom, candidate) > preference(atom, best)) best = candidate
    }
    if (best !== undefined) pair(matching, atom, best)
  }
}

/** Above this many remaining atoms, each is compared only with its neighbours in the order. */
const widest = 40

/** Pairs the remaining atoms by score, the best first, never at a score of zero. Returns the Chinese atoms paired. */
export function pairLeftovers(
  matching: Matching,
  atoms: readonly Atom[],
  score: (zh: Atom, en: Atom) => number,
): readonly Atom[] {
  const { en, pairs, taken } = matching
  const openZh = atoms.filter((atom) => !pairs.has(atom))
  const openEn = openZh.length === 0 ? [] : en.filter((atom) => !taken.has(atom))
  if (openEn.length === 0) return []
  const comparesAll = openZh.length <= widest && openEn.length <= widest
  const scored: { readonly zh: Atom; readonly en: Atom; readonly score: number }[] = []
  for (const [index, zh] of openZh.entries()) {
    for (const other of comparesAll ? openEn : openEn.slice(Math.max(0, index - 2), index + 3)) {
      const value = score(zh, other)
      if (value > 0) scored.push({ zh, en: other, score: value })
    }
  }
  scored.sort((a, b) => b.score - a.score)
  const paired: Atom[] = []
  for (const { zh, en } of scored) {
    if (pairs.has(zh) || taken.has(en)) continue
    pair(matching, zh, en)
    paired.push(zh)
  }
  return paired
}
