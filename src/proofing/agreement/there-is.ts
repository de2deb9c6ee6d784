import { numberOf } from '../../language/english/auxiliaries.ts'
import { isOfEitherNumber } from '../../language/english/nouns.ts'
import { cardinalOf } from '../../language/english/numerals.ts'
import { type Token, tokenAt, wordAt } from '../../language/english/tokens.ts'
import type { Dictionary } from '../dictionary.ts'

const adverbs = new Set(
  'now already only still also currently at least more than over about nearly some around'.split(' '),
)

/** What is counted as one amount: "there is 20 years of experience". */
const amounts =
  /^(?:year|month|week|day|hour|minute|second|mile|kilomet(?:er|re)|met(?:er|re)|dollar|yuan|euro|pound|percent|point|degree|ton|tonne|mu|hectare)s?$/

/** Whether a noun is a unit whose number is often one amount, and takes a singular verb. */
export function isAmount(noun: string): boolean {
  return amounts.test(noun)
}

/** `there is many problems`, `there are a fee`: what there is stands after the verb at `index`. */
export function afterThere(tokens: readonly Token[], index: number, dictionary: Dictionary): string | null {
  const verb = tokenAt(tokens, index).lower
  const form = numberOf(verb)
  if (
    form === undefined ||
    !/^(?:is|was|are|were|isn't|wasn't)$/.test(verb) ||
    wordAt(tokens, index - 1)?.lower !== 'there'
  )
    return null
  let at = index + 1
  while (at < index + 5 && adverbs.has(tokens[at]?.lower ?? '')) at += 1
  const what = tokens[at]
  if (what === undefined) return null
  const next = wordAt(tokens, at + 1)?.lower ?? ''
  if (form.number === 'plural') {
    const isAlone = !/^(?:and|or|,|of)$/.test(tokens[at + 2]?.lower ?? '')
    const isOne = /^an?$/.test(what.lower) && isAlone && dictionary.pluralOf(next) !== null && !isOfEitherNumber(next)
    return isOne ? form.other : null
  }
  if (/^(?:many|several|numerous)$/.test(what.lower) && next !== 'a') return form.other
  const isMany =
    (cardinalOf(what.lower) ?? 0n) > 1n || (/^\d[\d,]*$/.test(what.text) && what.text !== '1' && what.text !== '0')
  const counted = [next, wordAt(tokens, at + 2)?.lower ?? ''].find((word) => dictionary.singularOf(word) !== null)
  return isMany && counted !== undefined && !isAmount(next) && !isAmount(counted) ? form.other : null
}
