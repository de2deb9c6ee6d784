import { entriesOf, rowsOf } from '../lists.ts'
import { compoundFirsts, compoundSeconds, prefixes, suffixes } from './data/word-parts.ts'

/** Beginnings that English puts before any word: micro-, non-. */
export const prefixList: readonly string[] = rowsOf(prefixes).map(([prefix = '']) => prefix)

/** Endings that English puts after any noun: -less, -wide. */
export const suffixList: readonly string[] = entriesOf(suffixes)

const standingApart: ReadonlySet<string> = new Set(
  rowsOf(prefixes).flatMap(([prefix = '', use]) => (use === 'apart' ? [prefix] : [])),
)
const seconds: ReadonlySet<string> = new Set(entriesOf(compoundSeconds))
const shortFirsts: ReadonlySet<string> = new Set(entriesOf(compoundFirsts))

/** Whether two words in lower case are a compound that is written as one word, too: bio-medicine, health care. */
export function isCompound(first: string, second: string): boolean {
  return standingApart.has(first) || seconds.has(second)
}

/** Whether a short word begins many compounds that are written as one: ink in inkjet. */
export function beginsCompounds(word: string): boolean {
  return shortFirsts.has(word)
}
