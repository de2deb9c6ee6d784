import { endings } from '../../language/chinese/data/endings.ts'
import { rowsOf } from '../../language/lists.ts'

/** What a name is of, by its ending. */
export type Ending = 'body' | 'place' | 'policy' | 'thing' | 'person' | 'event' | 'act'

/** Morphemes with which names end. The test of the list holds its second column to these kinds. */
export const endingMorphemes: ReadonlyMap<string, Ending> = new Map(
  rowsOf(endings).map(([ending = '', kind]) => [ending, kind as Ending] as const),
)
