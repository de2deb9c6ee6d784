import { entriesOf } from '../lists.ts'
import { fallingNouns, fallingVerbs, risingNouns, risingVerbs } from './data/change-words.ts'
import { formsOf } from './verbs.ts'

const anyOf = (verbs: string, nouns: string) =>
  [...new Set([...entriesOf(verbs).flatMap(formsOf), ...entriesOf(nouns)])]
    .toSorted((a, b) => b.length - a.length)
    .join('|')

/** Words of a change, in every form, as patterns of an English text. */
export const changeWords = {
  rising: anyOf(risingVerbs, risingNouns),
  falling: anyOf(fallingVerbs, fallingNouns),
} as const
