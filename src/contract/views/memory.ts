import type { Coverage } from '../../model/coverage.ts'
import type { MemoryPair } from '../../model/match.ts'

/** How much of a text the memory has. `prices`: what engines would cost for the rest, in millionths of a US dollar. */
export interface CoverageView extends Coverage {
  readonly prices: readonly { readonly engine: string; readonly characters: number; readonly microdollars: number }[]
}

/**
 * An imported memory: see `ImportedMemory`. `by` is the name of whoever imported it, `pairs` how many pairs it has, and
 * `origin` what they name as their origin, which a new name of the memory leaves as it is.
 */
export interface ImportedMemoryView {
  readonly id: string
  readonly name: string
  readonly origin: string
  readonly at: string
  readonly by: string
  readonly pairs: number
  readonly penalty: number
  readonly priority: number
  readonly readOnly: boolean
}

export interface ConcordanceView {
  readonly pairs: readonly MemoryPair[]
  /** As with matches. */
  readonly sources: Readonly<Record<string, string>>
}
