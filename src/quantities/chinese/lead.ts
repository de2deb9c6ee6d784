import type { Approximation } from '../../model/quantity.ts'
import { hedgesBefore } from './words.ts'

const symbols: readonly (readonly [string, string])[] = [
  ['HK$', 'HKD'],
  ['US$', 'USD'],
  ['人民币', 'CNY'],
  ['RMB', 'CNY'],
  ['$', 'USD'],
  ['¥', 'CNY'],
  ['£', 'GBP'],
  ['€', 'EUR'],
]

/** The last characters of both lists: most numerals follow none of them, and need no look at the lists. */
const symbolEnds: ReadonlySet<string> = new Set(symbols.map(([symbol]) => symbol.slice(-1)))
const hedgeEnds: ReadonlySet<string> = new Set(hedgesBefore.map(([word]) => word.slice(-1)))

/** Hedge, currency sign and minus that stand before a numeral and belong to it; it begins at `from` with them. */
export interface Lead {
  readonly from: number
  readonly approximation: Approximation
  readonly currency: string
  readonly negative: boolean
}

/** A minus stands after one of these. After a digit, a unit or a name it would be a hyphen. */
const minusAfter = /(?:温度?|[为至达到是在约于]|[^\d½A-Za-z\p{L})%‰℃°]|^)$/u

export function leadBefore(text: string, start: number): Lead {
  let from = start
  let currency = ''
  let negative = false
  const skipSpace = () => (text.charAt(from - 1) === ' ' ? from - 1 : from)
  for (const [symbol, name] of symbolEnds.has(text.charAt(skipSpace() - 1)) ? symbols : []) {
    const at = skipSpace() - symbol.length
    if (at >= 0 && text.startsWith(symbol, at)) {
      currency = name
      from = at
      break
    }
  }
  if (text.startsWith('零下', from - 2) && from >= 2) {
    negative = true
    from -= 2
  } else if (text.charAt(from - 1) === '-' && minusAfter.test(text.slice(Math.max(0, from - 3), from - 1))) {
    negative = true
    from -= 1
  }
  for (const [word, approximation] of hedgeEnds.has(text.charAt(skipSpace() - 1)) ? hedgesBefore : []) {
    const at = skipSpace() - word.length
    if (at < 0 || !text.startsWith(word, at)) continue
    if (word === '近' && /[最附临靠远]/.test(text.charAt(at - 1))) continue
    if (word === '约' && /[签节制条合契公预盟誓邀赴违]/.test(text.charAt(at - 1))) continue
    if (word === '超' && /[高]/.test(text.charAt(at - 1))) continue
    return { from: at, approximation, currency, negative }
  }
  return { from, approximation: 'exact', currency, negative }
}
