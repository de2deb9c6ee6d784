import { endings } from '../../language/chinese/data/endings.ts'
import { rowsOf } from '../../language/lists.ts'
import { nameIn } from '../../model/names.ts'

/** The kinds of things that a name can denote by its ending. */
const endingKinds = ['body', 'place', 'policy', 'thing', 'person', 'event', 'act'] as const
export type Ending = (typeof endingKinds)[number]

/** Morphemes with which names end. A test holds the second column of the list to these kinds. */
export const endingMorphemes: ReadonlyMap<string, Ending> = new Map(
  rowsOf(endings).map(([ending = '', kind = '']) => [ending, nameIn(endingKinds, kind)]),
)
