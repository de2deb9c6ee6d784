import type { ConstraintMeans, DraftAttempt } from '../model/draft.ts'
import type { Engine } from '../ports/engine.ts'

/** One way to ask for a segment. A repair is a translation where there is no draft to mend. */
export interface Rung {
  readonly engine: Engine
  readonly means: ConstraintMeans
  readonly repair: boolean
}

/** An engine and the means by which it can hold terms, the best first. */
export interface ReadyEngine {
  readonly engine: Engine
  readonly means: readonly [ConstraintMeans, ...ConstraintMeans[]]
}

/** The most protections of an engine that are tried on one segment. */
const mostMeans = 3

/**
 * The ways to ask for a segment, in order: the engine's own means first; then a repair with the defects named, or, from
 * an engine that cannot mend, its other means; then a repair by the second engine.
 */
export function ladderOf(main: ReadyEngine, second: ReadyEngine | null): readonly Rung[] {
  return [...rungsOf(main), ...(second === null ? [] : [lastRung(second)])]
}

function rungsOf({ engine, means }: ReadyEngine): readonly Rung[] {
  const [first] = means
  if (engine.repairs)
    return [
      { engine, means: first, repair: false },
      { engine, means: first, repair: true },
    ]
  return means.slice(0, mostMeans).map((one) => ({ engine, means: one, repair: false }))
}

function lastRung({ engine, means: [first] }: ReadyEngine): Rung {
  return { engine, means: first, repair: engine.repairs }
}

/** The place of the first rung after those that a draft has tried; the ladder's length if it has tried them all. */
export function nextRung(ladder: readonly Rung[], attempts: readonly DraftAttempt[]): number {
  const tried = (rung: Rung) =>
    attempts.some(
      ({ engine, means, repair }) => engine === rung.engine.name && means === rung.means && repair === rung.repair,
    )
  return ladder.findLastIndex(tried) + 1
}
