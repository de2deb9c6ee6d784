import type { Approximation, Quantity, Rational } from '../model/quantity.ts'
import { readDecade, readEnglishDate, readEnglishYear, readMonthFirst } from './english-date.ts'
import { beginsNumeral, type EnglishNumeral, readEnglishNumeral, wordAt } from './english-numeral.ts'
import { asides, foldWidth } from './fold.ts'
import { createLexicon } from './lexicon.ts'
import { add, equals, multiply, negate, order, rational } from './rational.ts'
import { amount, quantityOf, type Reading } from './reading.ts'
import { kindOfUnit, units } from './units.ts'

const englishUnits = createLexicon(units.flatMap((unit) => unit.en.map((form) => [form.toLowerCase(), unit] as const)))

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

/** Small numbers that English says with other words; soft, since Chinese seldom writes them as numbers. */
const small = createLexicon<Pick<Reading, 'kind' | 'value' | 'unit'>>([
  ...['both', 'pair', 'couple', 'dual', 'twin', 'bilateral', 'duo'].map(
    (word) => [word, { kind: 'count', value: amount(rational(2n)) }] as const,
  ),
  ...['single', 'sole'].map((word) => [word, { kind: 'count', value: amount(rational(1n)) }] as const),
  ...['twice', 'double', 'doubled', 'doubles', 'doubling', 'twofold'].map(
    (word) => [word, { kind: 'multiple', value: amount(rational(2n)) }] as const,
  ),
  ...['triple', 'tripled', 'triples', 'tripling', 'threefold', 'thrice', 'trio', 'triad', 'trilogy'].map(
    (word) => [word, { kind: 'multiple', value: amount(rational(3n)) }] as const,
  ),
  ...['quadruple', 'quadrupled', 'fourfold'].map(
    (word) => [word, { kind: 'multiple', value: amount(rational(4n)) }] as const,
  ),
  ...['half', 'halved'].map((word) => [word, { kind: 'fraction', value: amount(rational(1n, 2n)) }] as const),
  ['quarter', { kind: 'fraction', value: amount(rational(1n, 4n)) }],
  ...['twos', 'threes', 'fours', 'fives', 'sixes', 'sevens', 'eights', 'nines', 'tens'].map(
    (word, index) => [word, { kind: 'count', value: amount(rational(BigInt(index + 2))) }] as const,
  ),
  ['decade', { kind: 'duration', value: amount(rational(1n)), unit: 'decade' }],
  ['century', { kind: 'duration', value: amount(rational(1n)), unit: 'century' }],
  ['fortnight', { kind: 'duration', value: amount(rational(2n)), unit: 'week' }],
  ['noon', { kind: 'time', value: amount(rational(12n)) }],
  ['midnight', { kind: 'time', value: amount(rational(0n)) }],
  ['around-the-clock', { kind: 'duration', value: amount(rational(24n)), unit: 'hour' }],
  ['around the clock', { kind: 'duration', value: amount(rational(24n)), unit: 'hour' }],
  ['round-the-clock', { kind: 'duration', value: amount(rational(24n)), unit: 'hour' }],
  ...[
    'top',
    'largest',
    'biggest',
    'leading',
    'champion',
    'primary',
    'maiden',
    'inaugural',
    'initial',
    'highest',
    'best',
  ].map((word) => [word, { kind: 'ordinal', value: amount(rational(1n)) }] as const),
  ['runner-up', { kind: 'ordinal', value: amount(rational(2n)) }],
  ['secondary', { kind: 'ordinal', value: amount(rational(2n)) }],
  ['tertiary', { kind: 'ordinal', value: amount(rational(3n)) }],
])

/** a year, an hour, a dozen: one of something that Chinese may say in smaller units. */
const oneUnit =
  /an? (?=(?:year|month|week|day|hour|minute|decade|century|kilometer|kilometre|meter|metre|mile|ton|tonne|pound|dollar|euro|yuan|gallon|barrel)\b)/y

interface Context {
  readonly text: string
  readonly lower: string
}

function before({ lower }: Context, start: number) {
  let from = start
  let currency = ''
  let negative = false
  const gap = () => (lower.charAt(from - 1) === ' ' ? from - 1 : from)
  for (const [symbol, name] of symbols) {
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
  for (const [word, meaning] of hedges) {
    const at = from - 1 - word.length
    if (
      at >= 0 &&
      lower.charAt(from - 1) === ' ' &&
      lower.startsWith(word, at) &&
      !/[a-z]/.test(lower.charAt(at - 1))
    ) {
      approximation = meaning
      from = at
      break
    }
  }
  return { from, currency, negative, approximation }
}

const percentMark =
  / ?%(?: points?(?![a-z]))?|[ -](?:percentage|percent|per cent)[ -]points?(?![a-z])|[ -](?:percent|per cent|pct|percentage)(?![a-z])|‰/y
const timesMark = /[ -](?:times|fold)(?![a-z])|-?fold(?![a-z])/y
const afterHedge = /\+|-plus| plus(?! \d)| or more| or so|-odd| odd(?![a-z])/y
const numberWord = / ?(?:no\.|number|nos\.|№|#) ?$/
const peopleAfter = / (?:[a-z]+s|people|children|men|women)\b/y

function unitAfter(lower: string, at: number) {
  const gap = /[ -]/.test(lower.charAt(at)) ? at + 1 : at
  const unit = englishUnits.longestAt(lower, gap)
  if (unit === undefined) return undefined
  const to = gap + unit.word.length
  if (/[a-z]$/.test(unit.word) && /[a-z0-9]/.test(lower.charAt(to))) return undefined
  // Short forms stand right after digits: 5 m, 10 g; "2 in" is a preposition.
  return { unit: unit.value, to }
}

function nextWord(lower: string, at: number): string | undefined {
  const gap = /[ -]/.test(lower.charAt(at)) ? at + 1 : at
  return wordAt(lower, gap)
}

function readCount(context: Context, start: number, number: EnglishNumeral): Reading {
  const { lower } = context
  const lead = before(context, start)
  const { digits } = number
  const [min, max] = lead.negative ? [negate(number.max), negate(number.min)] : [number.min, number.max]
  const value = amount(min, max)
  let at = number.to
  let approximation = lead.approximation
  afterHedge.lastIndex = at
  if (afterHedge.test(lower)) {
    at = afterHedge.lastIndex
    approximation = 'over'
  }
  const base = { from: lead.from, approximation, digits }
  percentMark.lastIndex = at
  const percent = percentMark.exec(lower)?.[0]
  if (percent !== undefined && lead.currency === '') {
    const to = percentMark.lastIndex
    if (percent.includes('point')) return { ...base, to, kind: 'percentage-points', value }
    if (percent === '‰')
      return {
        ...base,
        to,
        kind: 'percent',
        value: amount(multiply(min, rational(1n, 10n)), multiply(max, rational(1n, 10n))),
      }
    return { ...base, to, kind: 'percent', value }
  }
  timesMark.lastIndex = at
  if (timesMark.test(lower)) return { ...base, to: timesMark.lastIndex, kind: 'multiple', value }
  const unit = unitAfter(lower, at)
  if (unit !== undefined && !(lead.currency !== '' && unit.unit.dimension !== 'money')) {
    const { name, dimension, factor } = unit.unit
    if (name === 'cent') {
      return {
        ...base,
        to: unit.to,
        kind: 'money',
        value: amount(multiply(min, factor), multiply(max, factor)),
        unit: 'USD',
      }
    }
    const soft = !digits && dimension === 'duration' && equals(min, rational(1n))
    return { ...base, to: unit.to, kind: kindOfUnit(unit.unit), value, unit: lead.currency || name, soft }
  }
  if (lead.currency !== '') return { ...base, to: at, kind: 'money', value, unit: lead.currency }
  const counted = nextWord(lower, at)
  const soft = !digits && order(max, rational(2n)) <= 0
  const kind = number.form === 'fraction' ? 'fraction' : 'count'
  return counted === undefined
    ? { ...base, to: at, kind, value, soft }
    : { ...base, to: at, kind, value, soft, counted }
}

function readOrdinal(context: Context, at: number, number: EnglishNumeral): Reading | undefined {
  const { lower } = context
  const value = amount(number.min, number.max)
  const preceding = lower.slice(Math.max(0, at - 8), at)
  if (number.form === 'cardinal') {
    const sign = numberWord.exec(preceding)?.[0].trimStart()
    if (sign === undefined) return undefined
    return { from: at - sign.length, to: number.to, kind: 'ordinal', value, digits: number.digits }
  }
  if (number.form !== 'ordinal') return undefined
  if (!number.digits && /(?:per|every|each|split) $/.test(preceding) && equals(number.min, rational(2n)))
    return undefined
  const unit = nextWord(lower, number.to)
  const base = {
    to: number.to,
    kind: 'ordinal',
    digits: number.digits,
    soft: !number.digits && equals(number.max, rational(1n)),
  } as const
  if (unit === 'century' || unit === 'centuries' || unit === 'quarter') {
    return { ...base, value, to: number.to + 1 + unit.length, unit: unit === 'quarter' ? unit : 'century' }
  }
  // a third of, a fifth as many
  if (
    !number.digits &&
    /\ba $/.test(preceding) &&
    /^ (?:of|as|less|more|lower|higher)\b/.test(lower.slice(number.to, number.to + 8)) &&
    number.min.numerator > 2n
  ) {
    return { ...base, kind: 'fraction', value: amount(rational(1n, number.min.numerator)) }
  }
  return unit === undefined ? { ...base, value } : { ...base, value, counted: unit }
}

/** 5+4+X */
const formula = /\d+(?:\+\d+)*\+[XN](?![a-z])/y

function readNumber(context: Context, at: number): Reading | undefined {
  const { text, lower } = context
  const lead = before(context, at)
  formula.lastIndex = at
  if (formula.test(text))
    return { to: formula.lastIndex, kind: 'name', value: amount(rational(0n)), digits: true, soft: true }
  const decade = readDecade(lower, at)
  if (decade !== undefined) return decade
  let number = readEnglishNumeral(lower, at, lead.currency !== '')
  if (number === undefined) return undefined
  // 1.2m voters: a million of something; 100m alone is a distance.
  if (number.digits && lower.charAt(number.to) === 'm') {
    peopleAfter.lastIndex = number.to + 1
    if (peopleAfter.test(lower)) number = readEnglishNumeral(lower, at, true) ?? number
  }
  if (lead.currency === '') {
    const date = readEnglishDate(lower, text, at, number)
    if (date !== undefined) return date
  }
  const ordinal = readOrdinal(context, at, number)
  if (ordinal !== undefined) return ordinal
  const count = readCount(context, at, number)
  const coded = number.digits && count.to === number.to && /[a-z]/.test(lower.charAt(count.to))
  if (coded) return { ...count, from: at, kind: 'name', soft: true }
  if (count.kind !== 'count') return count
  const year = readEnglishYear(at, number)
  return year ?? count
}

const roman = /[IVX]{2,6}(?![A-Za-z])/y
const romanDigits = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
])

/** Phase II, World War II. Soft: capitals may be something else. */
function readRoman(text: string, at: number): Reading | undefined {
  roman.lastIndex = at
  const digits = roman.exec(text)?.[0]
  if (digits === undefined || /(.)\1{3}|[IV]X[XV]|VV/.test(digits)) return undefined
  let value = 0
  for (let index = 0; index < digits.length; index += 1) {
    const own = romanDigits.get(digits.charAt(index)) ?? 0
    value += own < (romanDigits.get(digits.charAt(index + 1)) ?? 0) ? -own : own
  }
  return { to: roman.lastIndex, kind: 'ordinal', value: amount(rational(BigInt(value))), digits: false, soft: true }
}

const halfUnit = /half[ -](?:an? )?(?=[a-z]{3})/y

/** an hour and a half, two years and a half */
const andHalf = / and a half(?![a-z])/y

function unitReading(lower: string, { unit, to }: NonNullable<ReturnType<typeof unitAfter>>, value: Rational): Reading {
  const base = { kind: kindOfUnit(unit), unit: unit.name, digits: false, soft: true } as const
  andHalf.lastIndex = to
  if (andHalf.test(lower)) return { ...base, to: andHalf.lastIndex, value: amount(add(value, rational(1n, 2n))) }
  return { ...base, to, value: amount(value) }
}

function readWord(context: Context, at: number): Reading | undefined {
  const { text, lower } = context
  const month = readMonthFirst(lower, text, at)
  if (month !== undefined) return month
  const decade = readDecade(lower, at)
  if (decade !== undefined) return decade
  oneUnit.lastIndex = at
  if (oneUnit.test(lower)) {
    const unit = unitAfter(lower, oneUnit.lastIndex)
    if (unit !== undefined) return unitReading(lower, unit, rational(1n))
  }
  halfUnit.lastIndex = at
  if (halfUnit.test(lower)) {
    const unit = unitAfter(lower, halfUnit.lastIndex)
    if (unit !== undefined) return unitReading(lower, unit, rational(1n, 2n))
  }
  const found = wordAt(lower, at) ?? ''
  if (beginsNumeral(found) || found === 'a' || found === 'an' || found === 'half' || found === 'quarter') {
    const number = readNumber(context, at)
    if (number !== undefined) return number
  }
  const word = small.longestAt(lower, at)
  if (word !== undefined && !/[a-z]/.test(lower.charAt(at + word.word.length))) {
    return { ...word.value, to: at + word.word.length, digits: false, soft: true }
  }
  return readRoman(text, at)
}

const joint = /^(?:,? (?:and|or|to) |, |-|–)(?:about |nearly )?$/

/** between 20 and 30 percent, 5, 6 and 7 kilometers: a bare number has the unit of the one it is joined to. */
function shareUnits(text: string, quantities: Quantity[]): void {
  for (let index = quantities.length - 2; index >= 0; index -= 1) {
    const [own, next] = [quantities[index], quantities[index + 1]]
    if (own?.kind !== 'count' || next === undefined || own.digits !== next.digits || next.from - own.to > 12) continue
    const suffixed = ['percent', 'percentage-points', 'measure', 'duration', 'money', 'multiple'].includes(next.kind)
    if (suffixed && joint.test(text.slice(own.to, next.from)) && /\d|[a-z]/.test(text.charAt(next.from))) {
      const { counted, ...rest } = own
      quantities[index] = { ...rest, kind: next.kind, unit: next.unit }
    }
  }
}

/** G20, COVID-19, X+5: digits that a letter leads belong to a name; RMB400 and no.5 do not. */
const inName = /(?<!RMB|CNY|USD|EUR|GBP|HKD|AUD)(?:[A-Za-z]|[A-Z]-|\+)$/

const letterOrDigit = /[A-Za-z0-9]/
const letter = /[A-Za-z]/

/**
 * Every number expression of an English text, in order and without overlap. Total on any text, and linear in its
 * length. Numbers inside names (G20, 3D) come with kind `name`; small words that Chinese seldom counts are soft.
 */
export function readEnglish(text: string): readonly Quantity[] {
  const folded = foldWidth(text)
  const lower = folded.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
  const context = { text: folded, lower }
  const quantities: Quantity[] = []
  const inBrackets = asides(folded)
  let last = 0
  let at = 0
  while (at < folded.length) {
    const character = folded.charAt(at)
    const digit =
      /[\d½¼¾⅓⅔⅛]/.test(character) ||
      (character === '.' && /\d/.test(folded.charAt(at + 1)) && !/[\w.]/.test(folded.charAt(at - 1)))
    const starts = digit || (letter.test(character) && !letterOrDigit.test(folded.charAt(at - 1)))
    const reading = starts ? (digit ? readNumber(context, at) : readWord(context, at)) : undefined
    if (reading !== undefined && reading.to > at) {
      const from = Math.max(reading.from ?? at, last)
      const named = digit && inName.test(folded.slice(Math.max(0, at - 4), at)) && reading.kind === 'count'
      const own = named ? ({ ...reading, kind: 'name', soft: true } as const) : reading
      quantities.push(quantityOf(text, at, { ...own, from }, inBrackets(from)))
      last = reading.to
      at = reading.to
      continue
    }
    // A word or run of digits that is no number is passed over whole.
    do at += 1
    while (
      at < folded.length &&
      letterOrDigit.test(folded.charAt(at)) &&
      (digit ? /\d/ : letter).test(character) &&
      (digit ? /\d/ : letter).test(folded.charAt(at))
    )
  }
  shareUnits(lower, quantities)
  return quantities
}
