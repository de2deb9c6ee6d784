import { countLimits } from '../model/count-limits.ts'
import { segmentsOf } from '../model/document.ts'
import type { DocumentEvent } from '../model/event.ts'
import type { People, Person } from '../model/people.ts'
import type { SampleSize } from '../model/quality.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { refusalToAct } from './standing.ts'
import { isBlank } from './text.ts'

/** The sentences that can be drawn: those that have English, in reading order. */
export function poolOf({ document, segments }: Pick<DocumentState, 'document' | 'segments'>): readonly string[] {
  return segmentsOf(document).flatMap(({ id }) => {
    const segment = segments.get(id)
    return segment === undefined || isBlank(segment.target) ? [] : [id]
  })
}

/** How many sentences a sample of this size has of so many: at least one, and no more than there are. */
export function sampleCount(size: SampleSize, pool: number): number {
  const wanted = 'count' in size ? size.count : Math.ceil((pool * size.percent) / 100)
  return Math.min(pool, Math.max(1, Math.floor(wanted)))
}

/**
 * Draws `count` of these without putting any back, each as likely as any other, and gives them in the order of the pool.
 * The same pool, count and seed give the same ones for ever: the record names a sample by them.
 */
export function drawn<T>(pool: readonly T[], count: number, seed: number): readonly T[] {
  const next = createRandom(seed)
  const places = pool.map((_one, place) => place)
  const most = Math.min(count, places.length)
  for (let at = 0; at < most; at++) {
    const other = at + next(places.length - at)
    const [a = 0, b = 0] = [places[at], places[other]]
    places[at] = b
    places[other] = a
  }
  const chosen = new Set(places.slice(0, most))
  return pool.filter((_one, place) => chosen.has(place))
}

/**
 * Whole numbers from 0 to below a bound, all equally likely, from a 32-bit seed: a Weyl sequence whose members are mixed
 * by the finaliser of MurmurHash3 (Appleby, public domain). Not for secrets.
 */
function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  const bits = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
  return (below) => {
    // What would make the first numbers likelier than the last is drawn again.
    const fair = 2 ** 32 - (2 ** 32 % below)
    let value = bits()
    while (value >= fair) value = bits()
    return value % below
  }
}

/** The event that draws a sample; `seed` comes from outside, so that nobody chooses what is drawn. */
export function decideSample(
  state: DocumentState,
  { id, seed, size }: { readonly id: string; readonly seed: number; readonly size: SampleSize },
  actor: Pick<Person, 'id'>,
  people: People,
): readonly DocumentEvent[] | Refusal {
  const refusal = refusalToAct(people, actor, 'draw-sample')
  if (refusal) return refusal
  const most = countLimits.samples
  if ((state.samples ?? []).length >= most) return refuse('samples-too-many', { most: String(most) })
  const pool = poolOf(state)
  if (pool.length === 0) return refuse('sample-none')
  const segments = drawn(pool, sampleCount(size, pool.length), seed)
  return [{ type: 'sample-drawn', v: 1, sample: { id, seed, size, pool: pool.length, segments } }]
}
