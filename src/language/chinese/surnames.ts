import { rowsOf } from '../lists.ts'
import { compoundSurnames } from './data/compound-surnames.ts'
import { surnames } from './data/surnames.ts'

const single = new Map(rowsOf(surnames).map(([surname = '', ...readings]) => [surname, readings] as const))
const compound = new Map(rowsOf(compoundSurnames).map(([surname = '', ...readings]) => [surname, readings] as const))

/** A pattern of one family name, compound or single; `u` flag or not. */
export const surnamePattern = `(?:${[...compound.keys()].join('|')}|[${[...single.keys()].join('')}])`

/** How many characters of a name are the family's; 0 where it begins with none. */
export function familyLength(name: string): number {
  if (name.length > 2 && compound.has(name.slice(0, 2))) return 2
  return single.has(name.slice(0, 1)) ? 1 : 0
}

/** How a family name is read, the usual way first, in letters without tones (`lü`); empty for what is none. */
export function readingsOf(family: string): readonly string[] {
  return single.get(family) ?? compound.get(family) ?? []
}
