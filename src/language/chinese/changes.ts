import { entriesOf } from '../lists.ts'
import { changesWithObject, fallingWords, levelWords, notChangeWords, risingWords } from './data/changes.ts'

/** The words of a list as a pattern, the longest first. */
const anyOf = (list: string) =>
  entriesOf(list)
    .toSorted((a, b) => b.length - a.length)
    .join('|')

/** Words of a change, as patterns of a Chinese text. */
export const changeWords = {
  rising: anyOf(risingWords),
  falling: anyOf(fallingWords),
  none: anyOf(notChangeWords),
  withObject: anyOf(changesWithObject),
  level: anyOf(levelWords),
} as const
