import { changeWords as chineseWords } from '../../language/chinese/changes.ts'
import { changeWords as englishWords } from '../../language/english/changes.ts'
import type { Span } from '../../model/finding.ts'
import type { Quantity } from '../../model/quantity.ts'
import { measurable, numeralStart } from './numeral.ts'

/**
 * What a text says that a value does: it goes up or down (null where it does not say which), and the value is where
 * it goes (`to`), how far it goes (`by`), or either (null). The span is from the word of the change to the quantity, or the
 * other way round.
 */
export interface Change extends Span {
  readonly direction: 'up' | 'down' | null
  readonly means: 'by' | 'to' | null
}

const reach = { chinese: 26, english: 96 }

const { rising: up, falling: down } = chineseWords
const verb = new RegExp(
  `(?:${chineseWords.none})|(?<compound>${chineseWords.withObject})|(?<up>${up})|(?<down>${down})`,
  'gu',
)
const arrival = /^(?:幅度)?(?:了)?(?:到|至)/u
/** What may stand between a word and the figure right behind it. */
const hedged = /^(?:了|约|近|超过|超|逾|至少|不少于)?\s*$/u
const level = new RegExp(`(?:${chineseWords.level})(?:了|约|近)?\\s*$`, 'u')
const clauseOfChinese = /[，。；：、（）！？,;:]/gu
/** A figure with its unit and its bound, and what is counted next: 3500亿元左右、涉企收费约. */
const coordinate =
  /\p{Nd}[^\p{Nd}，。；：！？、和及]{0,8}(?:、|和|以及|及)(?:\p{Script=Han}{0,12}?)(?:约|近|超过|超)?\s*$/u
const clauseBefore = /[，。；：（）！？,;:]/gu

/**
 * The change of a quantity in Chinese: the verb of one right before it (增长8%, 降至3.4%), with its object between
 * (压减钢铁产能5000万吨), shared with a figure before (减少税负3500亿元、收费2000亿元), or behind where it began
 * (从3%提高到4%); the noun behind it (6.5%的增速); that it is only there (达到3%); null where there is none.
 */
export function chineseChange(text: string, quantity: Quantity): Change | null {
  const { from, to, kind } = quantity
  // 增长两倍 is counted from elsewhere in each language.
  if (!measurable.has(kind) || kind === 'multiple') return null
  // 增速为6年来最低: since when, and not how far.
  if (kind === 'duration' && /^以?来/u.test(text.slice(to, to + 2))) return null
  const start = numeralStart(quantity)
  const before = text.slice(Math.max(0, start - reach.chinese), start)
  const clause = before.slice(lastEnd(before, clauseOfChinese))
  const change = changeIn(clause)
  if (change) return { ...change, from: start - clause.length + change.from, to }
  const shared = coordinate.test(before) ? changeIn(before.slice(lastEnd(before, clauseBefore)), true) : null
  if (shared) return { ...shared, from: start, to }
  return (
    changeBehind(text, clause, quantity) ?? (level.test(clause) ? { direction: null, means: 'to', from, to } : null)
  )
}

/** The change that the last word of one in a clause says of a figure behind the clause. */
function changeIn(
  clause: string,
  isShared = false,
): { readonly direction: 'up' | 'down'; readonly means: Change['means']; readonly from: number } | null {
  const words = [...clause.matchAll(verb)].filter(({ groups }) => groups?.up ?? groups?.down ?? groups?.compound)
  const last = words.at(-1)
  if (last === undefined) return null
  const between = clause.slice(last.index + last[0].length)
  const compound = last.groups?.compound
  if (compound !== undefined)
    return hedged.test(between)
      ? { direction: compound.startsWith('增') ? 'up' : 'down', means: 'by', from: last.index }
      : null
  // Another figure between them is the one that the verb is of.
  if (!isShared && /\p{Nd}/u.test(between)) return null
  const direction = last.groups?.up === undefined ? 'down' : 'up'
  const means = arrival.test(between) ? 'to' : /[到至]/u.test(between) ? null : 'by'
  return { direction, means, from: last.index }
}

const noun =
  /^(?:左右|以上|以内|多)?的(?:年均|平均|高|中高)?(?:(?<up>增速|增长|增幅|涨幅|升幅)|(?<down>降幅|跌幅|减幅))/u
const onward = new RegExp(`^[^，。；]{0,3}?(?:(?<up>${up})|(?<down>${down}))(?:到|至)`, 'u')

/** What stands behind a figure: 6.5%左右的增速, and where it goes from here (3%提高到4%). */
function changeBehind(text: string, clause: string, { from, to }: Quantity): Change | null {
  const isOrigin = /[从由]$|[从由][^，。；]{0,12}$/u.test(clause)
  const found = (isOrigin ? onward : noun).exec(text.slice(to, to + 10))
  if (found === null) return null
  const means = isOrigin ? null : 'by'
  return { direction: found.groups?.up === undefined ? 'down' : 'up', means, from, to: to + found[0].length }
}

const englishWord = new RegExp(`\\b(?:negative (growth)|(${englishWords.rising})|(${englishWords.falling}))\\b`, 'giu')
const behindIt = new RegExp(`^[ -](?:[a-z-]+ ){0,2}?(?:(${englishWords.rising})|(${englishWords.falling}))\\b`, 'iu')
const clauseOfEnglish = /[,;:()•]|\.(?=\s|$)|--|\b(?:while|but|with|which|that)\b/giu
/** A clause that "and" begins has a verb of its own; what else it joins has none. */
const joined = /\band\b(?=.*\b(?:is|are|was|were|be|been|has|have|had|will|would|should|must|can|could|may)\b)/gisu
/** What may stand between a preposition and its figure. */
const fillers =
  '(?:(?:over|around|about|nearly|almost|roughly|approximately|more|less|fewer|than|at|least|no|some|up|the|an?|another|just|under|well|us\\$|rmb|[$¥€£]|(?:annual |yearly )?average of|total of|combined) ?)*'
const arriving = new RegExp(`\\bto ${fillers}$`, 'u')
const measuring = new RegExp(`\\bby (?:an additional |a further )?${fillers}$`, 'u')

/** The change of a quantity in English: the nearest word of one in its clause, before it or behind; null where there is none. */
export function englishChange(text: string, { from, to, value }: Quantity): Change | null {
  const before = text.slice(Math.max(0, from - reach.english), from)
  const whole = before.slice(lastEnd(before, clauseOfEnglish))
  const clause = whole.slice(lastEnd(whole, joined))
  const ahead = lastChangeIn(clause)
  if (ahead) {
    const between = clause.slice(ahead.index + ahead[0].length).toLowerCase()
    const isArrival = arriving.test(between) || value.type === 'range'
    const means = isArrival ? 'to' : measuring.test(between) ? 'by' : null
    const place = from - clause.length + ahead.index
    // "Up to ten" says how many at most.
    if (ahead[0].toLowerCase() === 'up' && isArrival) return { direction: null, means: null, from: place, to }
    return { direction: ahead[2] === undefined ? 'down' : 'up', means, from: place, to }
  }
  const next = behindIt.exec(text.slice(to, to + 30))
  if (next === null) return null
  return { direction: next[1] === undefined ? 'down' : 'up', means: 'by', from, to: to + next[0].length }
}

/** The last word of a change in a clause, if no figure and no other clause stands behind it. */
function lastChangeIn(clause: string): RegExpExecArray | null {
  const last = [...clause.matchAll(englishWord)].at(-1)
  if (last === undefined) return null
  const between = clause.slice(last.index + last[0].length)
  // "Exports rose 5% and imports 3%": the figure between them is the one that the word is of.
  return /\band\b/iu.test(between) && /\d/u.test(between) ? null : last
}

function lastEnd(text: string, ends: RegExp): number {
  let end = 0
  for (const mark of text.matchAll(ends)) end = mark.index + mark[0].length
  return end
}
