import type { Rational } from '../../model/quantity.ts'
import { add, decimalOf, negate, order, rational } from '../number/rational.ts'
import { unitNamed } from '../number/units.ts'
import { type Atom, inBaseUnit, near } from './atoms.ts'

/** The place of the last digit a decimal says: 10,000 for 20,000, a tenth for 3.5. */
export function lastPlace(value: Rational): Rational {
  const digits = (decimalOf(value) ?? '0.0').replaceAll(',', '')
  const point = digits.indexOf('.')
  if (point >= 0) return rational(1n, 10n ** BigInt(digits.length - point - 1))
  return rational(10n ** BigInt(digits.length - digits.replace(/0+$/, '').length))
}

const hundredth = rational(1n, 100n)
const fiftieth = rational(1n, 50n)

/**
 * Whether `to` is `from` in another unit, rounded as conversions are: within two percent, one for durations, and no
 * further off than its last digit allows (1,333 hectares for 20,000 mu, not 1,336).
 */
export function isConversion(from: Atom, to: Atom): boolean {
  if (from.unit === to.unit) return false
  const [a, b] = [inBaseUnit(from), inBaseUnit(to)]
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return false
  if (!near(a.value, b.value, from.kind === 'duration' ? hundredth : fiftieth)) return false
  const { factor } = unitNamed(to.unit) ?? {}
  if (factor === undefined) return false
  const place = lastPlace(to.value)
  const unit = rational(place.numerator * factor.numerator, place.denominator * factor.denominator)
  const difference = add(a.value, negate(b.value))
  return order(difference.numerator < 0n ? negate(difference) : difference, unit) <= 0
}
