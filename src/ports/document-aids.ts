import type { Match } from '../model/match.ts'
import type { TermOccurrence } from '../model/term.ts'

/** What goes out with a document for those who work on it elsewhere. Maps are by segment id, names by person id. */
export interface DocumentAids {
  /** Terms met in the source, in order, apart from each other. */
  readonly terms: ReadonlyMap<string, readonly TermOccurrence[]>
  /** What the memory offers, besides the draft that the state holds. */
  readonly matches: ReadonlyMap<string, readonly Match[]>
  /** Names as people show them. */
  readonly names: ReadonlyMap<string, string>
}
