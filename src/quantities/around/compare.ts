import type { Severity, Span } from '../../model/finding.ts'
import type { Quantity } from '../../model/quantity.ts'
import { type Bound, chineseBound, englishBound } from './bound.ts'
import { chineseChange, englishChange } from './change.ts'
import { type Counted, countedInChinese, countedInEnglish } from './counted.ts'
import { measurable } from './numeral.ts'

/** What stands around a value that is the same in both languages, and says something else. */
export interface Contradiction {
  readonly type: 'bound' | 'direction' | 'counted'
  readonly severity: Severity
  readonly zh: Span
  readonly en: Span
}

/** What the texts around a value of both languages contradict each other in: at most one of each type. */
export function contradictionsAround(
  source: string,
  target: string,
  zh: Quantity,
  en: Quantity,
): readonly Contradiction[] {
  return [
    boundsOf(source, target, zh, en),
    changesOf(source, target, zh, en),
    countedOf(source, target, zh, en),
  ].filter((contradiction) => contradiction !== null)
}

const sides: Readonly<Record<Bound, 'above' | 'below' | 'around' | 'none'>> = {
  over: 'above',
  'at-least': 'above',
  under: 'below',
  'at-most': 'below',
  nearly: 'below',
  about: 'around',
  none: 'none',
}

/**
 * A bound on the other side is an error; "about" for one side is in doubt. One that the English lacks is a note: references
 * drop it in one of a hundred sentences. "Up to" says how many it came to as well as that it were no more.
 */
function boundsOf(source: string, target: string, zh: Quantity, en: Quantity): Contradiction | null {
  if (!measurable.has(zh.kind) || !measurable.has(en.kind)) return null
  const [chinese, english] = [chineseBound(source, zh), englishBound(target, en)]
  const [side, other] = [sides[chinese.bound], sides[english.bound]]
  if (side === other || side === 'none') return null
  const found = (severity: Severity): Contradiction => ({ type: 'bound', severity, zh: chinese, en: english })
  if (other === 'none') {
    // A dozen is some ten or twelve.
    if (/\bdozens?$/iu.test(en.text)) return null
    return chinese.bound === 'at-most' || zh.soft ? null : found('note')
  }
  if (side === 'around') return other === 'above' ? found('warning') : null
  if (other === 'around') return chinese.bound === 'at-most' || chinese.bound === 'nearly' ? null : found('warning')
  return found(target.slice(english.from).toLowerCase().startsWith('up to') ? 'note' : 'error')
}

function changesOf(source: string, target: string, zh: Quantity, en: Quantity): Contradiction | null {
  const chinese = chineseChange(source, zh)
  const english = chinese && englishChange(target, en)
  if (chinese === null || english === null) return null
  const goesElse = chinese.direction !== null && english.direction !== null && chinese.direction !== english.direction
  const meansElse = chinese.means !== null && english.means !== null && chinese.means !== english.means
  return goesElse || meansElse ? { type: 'direction', severity: 'warning', zh: chinese, en: english } : null
}

/** What is said to be counted, and what English counts that cannot be it. Market entities (户) are businesses, too. */
const others: Readonly<Record<Counted, readonly Counted[]>> = {
  people: ['households', 'organisations', 'undertakings', 'incidents'],
  visits: ['households', 'organisations', 'undertakings', 'incidents'],
  households: ['people', 'visits', 'undertakings', 'incidents'],
  organisations: ['people', 'households', 'visits'],
  undertakings: ['people', 'households', 'visits'],
  incidents: ['people', 'households', 'visits'],
}

function countedOf(source: string, target: string, zh: Quantity, en: Quantity): Contradiction | null {
  const chinese = countedInChinese(source, zh)
  const english = chinese && countedInEnglish(target, en)
  if (chinese === null || english === null || !others[chinese.kind].includes(english.kind)) return null
  return { type: 'counted', severity: 'warning', zh: chinese, en: english }
}
