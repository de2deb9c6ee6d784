import type { Approximation } from '../../model/quantity.ts'
import { createLexicon } from '../number/lexicon.ts'
import { type Unit, units } from '../number/units.ts'
import { wordAt } from './numeral-words.ts'

/** A unit of two words may be joined in a compound: a 2,000-square-meter hall. */
const englishUnits = createLexicon(
  units.flatMap((unit) =>
    unit.en.flatMap((form) =>
      [...new Set([form, form.replaceAll(' ', '-')])].map((written) => [written.toLowerCase(), unit] as const),
    ),
  ),
)

const symbols: readonly (readonly [string, string])[] = [
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['us$', 'USD'],
  ['au$', 'AUD'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['hkd', 'HKD'],
  ['aud', 'AUD'],
  ...['JPY', 'TWD', 'CAD', 'KRW', 'RUB', 'INR', 'CHF', 'SEK'].map((code) => [code.toLowerCase(), code] as const),
  ['yuan', 'CNY'],
]

const hedges: readonly (readonly [string, Approximation])[] = [
  ['more than', 'over'],
  ['over', 'over'],
  ['some', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'under'],
  ['almost', 'under'],
  ['close to', 'under'],
  ['less than', 'under'],
  ['fewer than', 'under'],
]

/** The last characters of both lists: most numerals follow none of them, and need no look at the lists. */
const symbolEnds: ReadonlySet<string> = new Set(symbols.map(([symbol]) => symbol.slice(-1)))
const hedgeEnds: ReadonlySet<string> = new Set(hedges.map(([word]) => word.slice(-1)))

/** The text folded to plain width, and the same in lower case. */
export interface Context {
  readonly text: string
  readonly lower: string
}

/** Hedge, currency sign and minus that stand before a numeral and belong to it. */
export interface Lead {
  readonly from: number
  readonly currency: string
  readonly negative: boolean
  readonly approximation: Approximation
}

export function leadBefore({ lower }: Context, start: number): Lead {
  let from = start
  let currency = ''
  let negative = false
  const gap = () => (lower.charAt(from - 1) === ' ' ? from - 1 : from)
  for (const [symbol, name] of symbolEnds.has(lower.charAt(gap() - 1)) ? symbols : []) {
    const at = gap() - symbol.length
    if (
      at >= 0 &&
      lower.startsWith(symbol, at) &&
      !(/[a-z]/.test(symbol.charAt(0)) && /[a-z]/.test(lower.charAt(at - 1)))
    ) {
      currency = name
      from = at
      break
    }
  }
  if (lower.charAt(from - 1) === '-' && (from === 1 || /[\s(]/.test(lower.charAt(from - 2)))) {
    negative = true
    from -= 1
  } else if (lower.startsWith('minus ', from - 6) && from >= 6) {
    negative = true
    from -= 6
  }
  let approximation: Approximation = 'exact'
  for (const [word, meaning] of lower.charAt(from - 1) === ' ' && hedgeEnds.has(lower.charAt(from - 2)) ? hedges : []) {
    const at = from - 1 - word.length
    if (at >= 0 && lower.startsWith(word, at) && !/[a-z]/.test(lower.charAt(at - 1))) {
      approximation = meaning
      from = at
      break
    }
  }
  return { from, currency, negative, approximation }
}

/** The unit that follows a numeral, after a space or hyphen. 5G and 4K are names, 5 g is a weight, 220 V a voltage. */
export function unitAfter(
  { text, lower }: Context,
  at: number,
): { readonly unit: Unit; readonly to: number } | undefined {
  const gap = /[ -]/.test(lower.charAt(at)) ? at + 1 : at
  const unit = englishUnits.longestAt(lower, gap)
  if (unit === undefined) return undefined
  const to = gap + unit.word.length
  if (/[a-z]$/.test(unit.word) && /[a-z0-9]/.test(lower.charAt(to))) return undefined
  if (unit.word.length === 1 && /[A-Z]/.test(text.charAt(gap)) !== 'vwl'.includes(unit.word)) return undefined
  return { unit: unit.value, to }
}

export function nextWord(lower: string, at: number): string | undefined {
  const gap = /[ -]/.test(lower.charAt(at)) ? at + 1 : at
  return wordAt(lower, gap)
}
