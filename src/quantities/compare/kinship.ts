import type { QuantityKind, Rational } from '../../model/quantity.ts'
import { equals, rational } from '../number/rational.ts'
import type { Atom } from './atoms.ts'

const groups: Readonly<Record<QuantityKind, string>> = {
  count: 'number',
  measure: 'number',
  duration: 'number',
  money: 'money',
  percent: 'percent',
  'percentage-points': 'percent',
  ordinal: 'ordinal',
  date: 'day',
  year: 'year',
  month: 'month',
  day: 'day',
  time: 'time',
  fraction: 'ratio',
  multiple: 'ratio',
  name: 'name',
}

/** A number word in a name counts as any: 五眼联盟, the Five Eyes. */
function groupOf({ kind, quantity }: Atom): string {
  return kind === 'name' && !quantity.digits ? 'number' : groups[kind]
}

function plainDigits(value: Rational): string {
  return `${value.numerator}${value.denominator === 1n ? '' : value.denominator}`.replace(/0+$/, '')
}

/** The slips people and engines make: a power of ten, two digits swapped, one digit wrong. */
export function likeSlip(zh: Rational, en: Rational): boolean {
  if (zh.numerator === 0n || en.numerator === 0n) return false
  const ratio = rational(zh.numerator * en.denominator, zh.denominator * en.numerator)
  if (/^10*$/.test(`${ratio.numerator}`) && /^10*$/.test(`${ratio.denominator}`)) return true
  const [a, b] = [plainDigits(zh), plainDigits(en)]
  if (a.length < 2 || a.length > 12 || a.length !== b.length) return false
  const differing = [...a].filter((digit, index) => digit !== b.charAt(index)).length
  return differing === 1 || (differing === 2 && [...a].sort().join('') === [...b].sort().join(''))
}

/**
 * How surely an English number that is left over stands where a Chinese one is missing: above zero when it does.
 * Kinds, units, the order in the sentence and the look of a slip speak for it.
 */
export function kinship(zh: Atom, en: Atom): number {
  const sameGroup = groupOf(zh) === groupOf(en)
  const written = zh.quantity.digits && en.quantity.digits
  if (!sameGroup && !written) {
    // Words of different kinds are seldom each other's: 第三 and "eight".
    const loose = [groupOf(zh), groupOf(en)].every(
      (group) => group === 'number' || group === 'ordinal' || group === 'ratio' || group === 'day',
    )
    if (!loose || zh.quantity.soft) return 0
  }
  let score = sameGroup ? 4 : 1
  if (zh.unit !== '' && zh.unit === en.unit) score += 2
  else if (zh.unit !== '' && en.unit !== '' && zh.unit !== en.unit) score -= 1
  if (equals(zh.value, en.value)) score += 3
  else if (likeSlip(zh.value, en.value)) score += 2
  if (zh.quantity.digits === en.quantity.digits) score += 1
  return score - 2 * Math.abs(zh.place - en.place)
}
