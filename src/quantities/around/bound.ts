import type { Span } from '../../model/finding.ts'
import type { Quantity } from '../../model/quantity.ts'
import { numeralCharacters, numeralStart } from './numeral.ts'

/**
 * What a text says of where a value lies: `over` and `at-least` above it, `under`, `at-most` and `nearly` below, `about`
 * on either side; `none` where it says nothing.
 */
export type Bound = 'over' | 'at-least' | 'under' | 'at-most' | 'nearly' | 'about' | 'none'

/** A bound, and where it stands together with its quantity. */
export interface PlacedBound extends Span {
  readonly bound: Bound
}

/** How many characters before and after a quantity are looked at. */
const reach = { chinese: 8, english: 48 }

type Patterns = readonly (readonly [Bound, RegExp])[]

/** Before the numeral. The longer ones stand first: 不超过 holds 超过. */
const chineseBefore: Patterns = [
  ['at-least', /(?:不少于|不低于|不小于|不下于|不得少于|不得低于|至少|最少|最低|起码)$/u],
  ['at-most', /(?:不超过|不得超过|不高于|不得高于|不多于|不大于|不逾|至多|最多|最高|上限为)$/u],
  ['under', /(?:不足|不到|低于|少于|小于|未满|不满|未达)$/u],
  ['over', /(?:超过|超出|逾|高于|多于|大于|突破|跨过|跨越|越过|超)$/u],
  ['nearly', /(?:接近|将近|逼近|(?<![最附临靠远])近)$/u],
  ['about', /(?:大约|约为|(?<![签节制条合契公预盟誓邀赴违])约|大概)$/u],
]

/** Words right behind a figure or behind its unit: a mark or another figure parts them from it. */
function behind(words: string): RegExp {
  return new RegExp(`^[^，。；：、！？,;:（）()“”\\p{Nd}〇零一二三四五六七八九十百千万亿两半]{0,4}?(?:${words})`, 'u')
}

/** Behind the numeral, within it or behind its unit. */
const chineseAfter: Patterns = [
  ['over', /^[多余]/u],
  ['about', behind('左右|上下')],
  ['at-least', behind('以上(?!述)|及以上')],
  ['at-most', behind('以内|之内|以下|及以下')],
]

const englishBefore: Patterns = [
  [
    'at-least',
    /\b(?:at least|no (?:less|fewer|lower|smaller) than|not (?:be )?(?:less|fewer|lower) than|(?:a )?minimum of|not below|no(?:t|thing) under)$/u,
  ],
  [
    'at-most',
    /\b(?:at most|(?:no|not) (?:more|higher|greater|larger|longer) than|up to|(?:not|without) exceed(?:ing)?|a maximum of|within|(?:a )?(?:ceiling|cap|limit) of|not over|not above|no longer than)$/u,
  ],
  ['under', /\b(?:(?:less|fewer|lower|smaller) than|under|below|short of)$/u],
  [
    'over',
    /\b(?:(?:more|greater|higher|larger|longer|better) than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|beyond|pass(?:ed|ing)|(?:br(?:eak|oke)|breaking) through)$/u,
  ],
  ['nearly', /\b(?:nearly|almost|close to|near|approaching|approach(?:es|ed)|just under|just short of)$/u],
  ['about', /\b(?:about|around|approximately|roughly|some|an estimated|in the region of|or so)$/u],
]

const englishAfter: Patterns = [
  ['at-least', /^\W{0,2}(?:[\w-]+ ){0,2}(?:or|and) (?:more|above|over|higher|older|longer)\b/u],
  ['at-most', /^\W{0,2}(?:[\w-]+ ){0,2}(?:or|and) (?:less|fewer|below|under|lower|younger|shorter)\b/u],
  ['over', /^(?:\+|[ -]odd\b|-plus\b| plus\b)/u],
  ['about', /^ (?:[\w-]+ ){0,2}or so\b/u],
]

const chineseNumber = new RegExp(`^[\\p{Nd}.,${numeralCharacters}多余]+`, 'u')
const englishNumeral =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twen|half|hundred|thousand|million|billion|trillion|dozen)/iu
const beforeFigure =
  /(?:[a-z]{2}\$|[$¥€£]|\brmb|\b(?:the|an?|another|an? (?:additional|further|total of|combined total of)))?\s*$/u
const plus = /^[\d.,]+(?: ?(?:\+|plus\b|odd\b)|-(?:plus|odd)\b)/u
const stretchOfTime = /^(?:年|天|日|个?月|周)/u

/** What the Chinese around a quantity says of where its value lies. */
export function chineseBound(text: string, quantity: Quantity): PlacedBound {
  const { from, to } = quantity
  const numeral = numeralStart(quantity)
  const before = text
    .slice(Math.max(0, numeral - reach.chinese), numeral)
    .replace(/(?:人民币|[A-Z]{0,3}[$¥€£])? ?$/u, '')
  const within = text.slice(numeral, to)
  const unit = within.replace(chineseNumber, '')
  const after = text.slice(to, to + reach.chinese)
  // 控制在3%左右 says what stands behind.
  const behind = firstOf(chineseAfter, after)
  if (behind) return { bound: behind[0], from, to: to + behind[1].length }
  const inUnit = firstOf(chineseAfter, unit)
  if (inUnit) return { bound: inUnit[0], from, to }
  const ahead = firstOf(chineseBefore, before)
  const bound = ahead?.[0] ?? (/[多余]/u.test(within) ? 'over' : 'none')
  // 近五年 is a stretch of time that reaches to now.
  if (bound === 'nearly' && stretchOfTime.test(unit || after)) return { bound: 'none', from, to }
  return { bound, from: Math.min(from, numeral - (ahead?.[1].length ?? 0)), to }
}

/** What the English around a quantity says of where its value lies. */
export function englishBound(text: string, { from, to, text: own }: Quantity): PlacedBound {
  const numeral = from + Math.max(0, own.search(englishNumeral))
  const begin = Math.max(0, numeral - reach.english)
  const before = text.slice(begin, numeral).toLowerCase().replace(beforeFigure, '').trimEnd()
  const ahead = firstOf(englishBefore, before)
  if (ahead) return { bound: ahead[0], from: begin + before.length - ahead[1].length, to }
  const rest = text.slice(numeral, to + reach.english).toLowerCase()
  const behind = firstOf(englishAfter, rest.slice(to - numeral))
  if (behind) return { bound: behind[0], from, to: to + behind[1].length }
  return { bound: plus.test(rest) ? 'over' : 'none', from, to }
}

/** The first pattern that matches, with what it matched. */
function firstOf(patterns: Patterns, text: string): readonly [Bound, string] | undefined {
  for (const [bound, pattern] of patterns) {
    const found = pattern.exec(text)
    if (found) return [bound, found[0]]
  }
  return undefined
}
