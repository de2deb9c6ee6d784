import type { Match } from '../../model/match.ts'

export interface MatchesView {
  readonly matches: readonly Match[]
  /** Names of the documents among the sources of the pairs, by source. */
  readonly sources: Readonly<Record<string, string>>
}
