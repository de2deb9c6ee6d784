import type { Span } from '../../model/finding.ts'
import type { Quantity } from '../../model/quantity.ts'
import { numeralCharacters, numeralStart } from './numeral.ts'

/** What is counted, as far as it tells a translation wrong. */
export type Counted = 'people' | 'households' | 'visits' | 'organisations' | 'undertakings' | 'incidents'

const chineseKinds: readonly (readonly [Counted, RegExp])[] = [
  ['visits', /^(?:余|多)?(?:人次|人\/次)/u],
  ['people', /^(?:余|多)?(?:人(?![均民大才工])|名|位|口人|\p{Script=Han}{0,9}?(?:人口|群众|人员|居民|职工))/u],
  ['households', /^(?:余|多)?户(?!外)/u],
  ['organisations', /^(?:余|多)?家(?![人庭])/u],
  ['incidents', /^(?:余|多)?起(?!始|来|点|步|草)/u],
  ['undertakings', /^(?:余|多)?项/u],
]

/** In the plural: in the singular, they stand before another noun (198 enterprise commissioners). */
const englishNouns: Readonly<Record<Counted, string>> = {
  people:
    'people|persons|residents|workers|students|patients|farmers|employees|graduates|children|women|men|officials|teachers|soldiers|troops|individuals|personnel|participants|passengers',
  households: 'households|families|homes',
  visits: 'visits|trips|journeys|attendances|arrivals',
  organisations:
    'companies|enterprises|firms|businesses|institutions|organi[sz]ations|hospitals|banks|factories|stores|shops|media|outlets|agencies',
  undertakings: 'projects|items|measures|programs|programmes|tasks|initiatives|policies',
  incidents: 'cases|incidents|accidents|crimes',
}

const nouns = Object.entries(englishNouns).map(
  // biome-ignore lint/plugin/no-cast: the names of a record are its keys
  ([name, list]) => [name as Counted, new RegExp(`^(?:${list})$`, 'iu')] as const,
)

/** What is counted, and where it stands together with its quantity. */
export interface PlacedCount extends Span {
  readonly kind: Counted
}

const upToClassifier = new RegExp(`^.*[\\p{Nd}${numeralCharacters}多余]`, 'u')

/** What the Chinese counts: by the classifier of a quantity or the noun behind it. */
export function countedInChinese(text: string, quantity: Quantity): PlacedCount | null {
  const { from, to, kind, text: own } = quantity
  if (kind !== 'count') return null
  const classifier = own.replace(upToClassifier, '')
  const behind = classifier + text.slice(to, to + 14)
  for (const [name, pattern] of chineseKinds) {
    const found = pattern.exec(behind)
    if (found) return { kind: name, from, to: Math.max(to, to - classifier.length + found[0].length) }
  }
  // 贫困人口减少6800多万: the noun stands first, and nothing behind.
  const start = numeralStart(quantity)
  const begin = Math.max(0, start - 10)
  const before = /人口(?:减少|增加|达到?|超过|约|为|近)[了到至]?$/u.exec(text.slice(begin, start))
  return before && /^(?:[，。；、]|$)/u.test(behind) ? { kind: 'people', from: begin + before.index, to } : null
}

/** What the English counts: the first noun behind the quantity that is known. */
export function countedInEnglish(text: string, { from, to, kind }: Quantity): PlacedCount | null {
  if (kind !== 'count') return null
  const behind = /^[^.,;:()]{0,48}/u.exec(text.slice(to))?.[0] ?? ''
  let seen = 0
  for (const word of behind.matchAll(/[\p{L}-]+/gu)) {
    const known = nouns.find(([, pattern]) => pattern.test(word[0]))
    if (known) return { kind: known[0], from, to: to + word.index + word[0].length }
    if (++seen === 4 || relating.test(word[0])) return null
  }
  return null
}

/** What stands between a figure and words that it does not count. */
const relating = /^(?:of|in|on|at|to|for|from|by|with|were|was|have|has|had|and|or)$/iu
