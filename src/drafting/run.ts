import type { Price, Spending } from '../model/engine.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Pause } from '../ports/world.ts'
import type { Chance, Patience, Waiting, Widths } from './calling.ts'
import type { Course } from './course.ts'
import type { Drafted } from './job.ts'
import type { Judges } from './judging.ts'
import type { DocumentNames } from './names.ts'
import type { Examples } from './request.ts'
import type { Account, Budget } from './spending.ts'

/** What drafting needs of the world and of the office. */
export interface DraftingTools {
  readonly signal: AbortSignal
  readonly pause: Pause
  readonly judges: Judges
  /** The names of the document whose English is decided; a run decides more. */
  readonly names: DocumentNames
  readonly chance: Chance
  readonly patience: Patience
  readonly budget: Budget
  /** Prices by the name of the engine. */
  readonly prices: ReadonlyMap<string, Price>
  /** Similar confirmed pairs, at most `count` for each source. */
  readonly examples: (sources: readonly string[], count: number) => Promise<Examples>
}

/** What happens in a run. `stopped` comes last, and only if the run did not do all its jobs. */
export type DraftingStep =
  | { readonly type: 'drafted'; readonly drafted: readonly Drafted[]; readonly spending: readonly Spending[] }
  | Waiting
  | { readonly type: 'stopped'; readonly refusal: Refusal; readonly spending: readonly Spending[] }

/** A run under way. */
export interface Run {
  readonly course: Course
  readonly account: Account
  readonly widths: Widths
  readonly tools: DraftingTools
}
