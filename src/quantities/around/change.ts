import type { Span } from '../../model/finding.ts'
import type { Quantity } from '../../model/quantity.ts'
import { measurable, numeralStart } from './numeral.ts'

/**
 * What a text says that a value does: it goes up or down, and the value is where it goes (`to`), how far it goes (`by`), or
 * either (null). The span is from the word of the change to the quantity, or the other way round.
 */
export interface Change extends Span {
  readonly direction: 'up' | 'down'
  readonly means: 'by' | 'to' | null
}

const reach = { chinese: 26, english: 70 }

const up = '增长|增加|增多|新增|提高|提升|上升|上涨|上调|升高|攀升|扩大|增幅|涨幅|增|涨|升'
const down =
  '下降|减少|降低|回落|下调|下跌|下滑|缩短|缩小|压减|压缩|削减|消减|降幅|减幅|精简|收窄|减轻|裁减|减免|退出|降|减|跌'
/** What holds such a character and says nothing of a change. */
const notChanges = '增值|增强|升级|降水|减排|减税|减半|降雨|降雪|增收|提升机|降准|降息|减负|减灾|跌宕|升学|增产|减产'
const verb = new RegExp(`${notChanges}|(${up})|(${down})`, 'gu')
const arrival = /^(?:幅度)?(?:了)?(?:到|至)/u
const clauseOfChinese = /[，。；：、（）！？,;:]/gu

/**
 * The change of a quantity in Chinese: the verb of one right before it (增长8%, 降至3.4%), with its object between
 * (压减钢铁产能5000万吨), or behind where it began (从3%提高到4%); null where there is none.
 */
export function chineseChange(text: string, quantity: Quantity): Change | null {
  const { from, to, kind } = quantity
  // 增长两倍 is counted from elsewhere in each language.
  if (!measurable.has(kind) || kind === 'multiple') return null
  // 增速为6年来最低: since when, and not how far.
  if (kind === 'duration' && /^以?来/u.test(text.slice(to, to + 2))) return null
  const start = numeralStart(quantity)
  const begin = Math.max(0, start - reach.chinese)
  const before = text.slice(begin, start)
  const clause = before.slice(lastEnd(before, clauseOfChinese))
  const verbs = [...clause.matchAll(verb)].filter(([, goesUp, goesDown]) => goesUp ?? goesDown)
  const last = verbs.at(-1)
  if (last) {
    const between = clause.slice(last.index + last[0].length)
    // Another figure between them is the one that the verb is of.
    if (/\p{Nd}/u.test(between)) return null
    const direction = last[1] === undefined ? 'down' : 'up'
    const means = arrival.test(between) ? 'to' : /[到至]/u.test(between) ? null : 'by'
    return { direction, means, from: start - clause.length + last.index, to }
  }
  if (!/[从由]$|[从由][^，。；]{0,12}$/u.test(clause)) return null
  const onward = new RegExp(`^[^，。；]{0,3}?(?:(${up})|(${down}))(?:到|至)`, 'u').exec(text.slice(to, to + 8))
  if (onward === null) return null
  return { direction: onward[1] === undefined ? 'down' : 'up', means: null, from, to: to + onward[0].length }
}

const upWords =
  'rose|rise[sn]?|rising|gr[eo]w(?:n|s|ing)?|growth|increas(?:e[sd]?|ing)|up|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|rais(?:e[sd]?|ing)|expan(?:d(?:s|ed|ing)?|sion)|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|boost(?:s|ed|ing)?|improv(?:e[sd]?|ing|ement)|lift(?:s|ed|ing)?|soar(?:s|ed|ing)?|upturn|higher'
const downWords =
  'f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tions?)|cut(?:s|ting)?|lower(?:s|ed|ing)?|down|shr[aiu]nk(?:s|ing)?|slash(?:e[sd]|ing)?|shorten(?:s|ed|ing)?|slump(?:s|ed)?|trim(?:s|med|ming)?|shed|slow(?:s|ed|ing)?|downturn|fewer|less'
const englishWord = new RegExp(`\\b(?:negative (growth)|(${upWords})|(${downWords}))\\b`, 'giu')
const behindIt = new RegExp(`^[ -](?:[a-z-]+ ){0,2}?(?:(${upWords})|(${downWords}))\\b`, 'iu')
const clauseOfEnglish = /[,;:()•]|\.(?=\s|$)|--|\b(?:and|while|but|with|which|that)\b/giu
/** What may stand between a preposition and its figure. */
const fillers =
  '(?:(?:over|around|about|nearly|almost|roughly|approximately|more|less|fewer|than|at|least|no|some|up|the|an?|another|just|under|well|us\\$|rmb|[$¥€£]) ?)*'
const arriving = new RegExp(`\\bto ${fillers}$`, 'u')
const measuring = new RegExp(`\\bby (?:an additional |a further |an average of )?${fillers}$`, 'u')

/** The change of a quantity in English: the nearest word of one in its clause, before it or behind; null where there is none. */
export function englishChange(text: string, { from, to, value }: Quantity): Change | null {
  const begin = Math.max(0, from - reach.english)
  const before = text.slice(begin, from)
  const clause = before.slice(lastEnd(before, clauseOfEnglish))
  const ahead = [...clause.matchAll(englishWord)].at(-1)
  if (ahead) {
    const between = clause.slice(ahead.index + ahead[0].length).toLowerCase()
    const isArrival = arriving.test(between) || value.type === 'range'
    const means = isArrival ? 'to' : measuring.test(between) ? 'by' : null
    const place = from - clause.length + ahead.index
    return { direction: ahead[2] === undefined ? 'down' : 'up', means, from: place, to }
  }
  const next = behindIt.exec(text.slice(to, to + 30))
  if (next === null) return null
  return { direction: next[1] === undefined ? 'down' : 'up', means: 'by', from, to: to + next[0].length }
}

function lastEnd(text: string, ends: RegExp): number {
  let end = 0
  for (const mark of text.matchAll(ends)) end = mark.index + mark[0].length
  return end
}
