import type { Approximation, Quantity, Rational } from '../../model/quantity.ts'
import { writtenFormula } from '../number/formula.ts'
import { decimalOf, multiply, order, rational } from '../number/rational.ts'
import { unitNamed } from '../number/units.ts'

/** 4000亿 in digits with a scale, 400000000000 without, 四千亿 in words (where the value is whole). */
export type ChineseNumerals = 'scaled' | 'digits' | 'words'

const digits = '零一二三四五六七八九'

/** 一 to 九千九百九十九, with 零 for the places passed over. */
function section(value: number): string {
  let text = ''
  let gap = false
  for (const [scale, mark] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += `${gap ? '零' : ''}${digits.charAt(digit)}${mark}`
    gap = false
  }
  return text
}

/** A whole number in Chinese numerals: 三千二百零八万零五十, 十二. */
function words(value: bigint): string {
  if (value === 0n) return '零'
  let text = ''
  for (const [scale, mark] of [
    [1000000000000n, '万亿'],
    [100000000n, '亿'],
    [10000n, '万'],
    [1n, ''],
  ] as const) {
    const part = Number((value / scale) % 10000n)
    if (part === 0) continue
    text += `${text !== '' && part < 1000 ? '零' : ''}${section(part)}${mark}`
  }
  return text.replace(/^一十/, '十')
}

function numeral(value: Rational, style: ChineseNumerals): string {
  if (value.numerator < 0n) return `-${numeral({ ...value, numerator: -value.numerator }, style)}`
  if (style === 'words' && value.denominator === 1n && value.numerator < 10n ** 16n) return words(value.numerator)
  if (style === 'scaled') {
    for (const [mark, scale] of [
      ['万亿', 1000000000000n],
      ['亿', 100000000n],
      ['万', 10000n],
    ] as const) {
      if (order(value, rational(scale)) < 0) continue
      const mantissa = decimalOf(multiply(value, rational(1n, scale)))
      if (mantissa !== null && (mantissa.split('.')[1] ?? '').length <= 4)
        return `${mantissa.replaceAll(',', '')}${mark}`
    }
  }
  return decimalOf(value)?.replaceAll(',', '') ?? `${value.numerator}/${value.denominator}`
}

const hedges: Readonly<Record<Approximation, string>> = { exact: '', over: '超过', under: '近', about: '约' }

function writeDate(value: Extract<Quantity['value'], { type: 'date' }>, style: ChineseNumerals): string {
  const part = (number: number) => numeral(rational(BigInt(number)), style)
  const year =
    style === 'words'
      ? [...`${value.year}`].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('')
      : value.year
  return [
    value.year === undefined ? '' : `${year}年`,
    value.month === undefined ? '' : `${part(value.month)}月`,
    value.day === undefined ? '' : `${part(value.day)}日`,
  ].join('')
}

function writeClock(hours: Rational, style: ChineseNumerals): string {
  const minutes = multiply(hours, rational(60n)).numerator
  const [hour, minute] = [minutes / 60n, minutes % 60n]
  if (style === 'words') return `${words(hour)}时${minute === 0n ? '整' : `${words(minute)}分`}`
  return style === 'scaled'
    ? `${hour}时${minute === 0n ? '整' : `${minute}分`}`
    : `${hour}:${`${minute}`.padStart(2, '0')}`
}

/** The quantity in Chinese: 4000亿元, 百分之七十, 第十四, 超过20年. Reading what was written gives the value back. */
export function writeChinese(quantity: Quantity, style: ChineseNumerals): string {
  const { kind, value, unit } = quantity
  if (value.type === 'date') return writeDate(value, style)
  const formula = writtenFormula(quantity)
  if (formula !== undefined) return formula
  const bounds = (write: (number: Rational) => string) =>
    value.type === 'number' ? write(value.number) : `${write(value.min)}至${write(value.max)}`
  const spoken = bounds((each) => numeral(each, style))
  // 三千克 would be three kilograms.
  const unitMerges = spoken.endsWith('千') && /^[瓦克伏帕赫焦]/.test(unitNamed(unit)?.zh[0] ?? '')
  // 三至四百 is 300 to 400.
  const merges = style === 'words' && (unitMerges || value.type === 'range')
  const number = merges ? bounds((each) => numeral(each, 'digits')) : spoken
  const hedge = hedges[quantity.approximation]
  const chineseUnit = unitNamed(unit)?.zh[0] ?? unit
  switch (kind) {
    case 'percent': {
      const inWords = style === 'words' && value.type === 'number' && value.number.denominator === 1n
      return inWords ? `${hedge}百分之${number}` : `${hedge}${number}%`
    }
    case 'percentage-points':
      return `${hedge}${number}个百分点`
    case 'ordinal':
      return unit === 'century' ? `${number}世纪` : `第${number}${unit === 'quarter' ? '季度' : ''}`
    case 'year':
      return `${number}年${unit === 'decade' ? '代' : ''}`
    case 'month':
      return `${number}月`
    case 'day':
      return `${number}日`
    case 'time':
      return bounds((each) => writeClock(each, style))
    case 'multiple':
      return `${hedge}${number}倍`
    case 'fraction':
      if (value.type === 'number')
        return `${numeral(rational(value.number.denominator), style)}分之${numeral(rational(value.number.numerator), style)}`
      return number
    case 'money':
    case 'measure':
    case 'duration':
      return `${hedge}${number}${chineseUnit}`
    default:
      return `${hedge}${number}${quantity.counted ?? '个'}`
  }
}
