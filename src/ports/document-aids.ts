import type { Match } from '../model/match.ts'
import type { TermOccurrence } from '../model/term.ts'

/** Information for people who edit a document elsewhere. Maps are by segment id, names by person id. */
export interface DocumentAids {
  /** Terms that occur in the source, in order, without overlaps. */
  readonly terms: ReadonlyMap<string, readonly TermOccurrence[]>
  /** The memory's matches, besides the draft in the state. */
  readonly matches: ReadonlyMap<string, readonly Match[]>
  /** Names as people show them. */
  readonly names: ReadonlyMap<string, string>
}
