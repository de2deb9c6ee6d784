import { endings } from '../../language/chinese/data/endings.ts'
import { rowsOf } from '../../language/lists.ts'

/** The kind of thing that a name denotes, by its ending. */
export type Ending = 'body' | 'place' | 'policy' | 'thing' | 'person' | 'event' | 'act'

/** Morphemes with which names end. A test holds the second column of the list to these kinds. */
export const endingMorphemes: ReadonlyMap<string, Ending> = new Map(
  rowsOf(endings).map(([ending = '', kind]) => [ending, kind as Ending] as const),
)
