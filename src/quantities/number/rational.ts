import type { Rational } from '../../model/quantity.ts'

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `numerator / denominator` in lowest terms. The denominator may not be zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator }
  if (denominator === 0n) throw new RangeError('a rational has no zero denominator')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator, denominator * sign)
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor }
}

/** The exact value of ASCII digits with at most one point and any thousand commas: `7.33`, `2,519`. */
export function parseDecimal(digits: string): Rational {
  const plain = digits.includes(',') ? digits.replaceAll(',', '') : digits
  const point = plain.indexOf('.')
  if (point < 0) return rational(BigInt(plain))
  return rational(BigInt(plain.slice(0, point) + plain.slice(point + 1)), 10n ** BigInt(plain.length - point - 1))
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === 1n && b.denominator === 1n) return rational(a.numerator + b.numerator)
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator }
}

export function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

/** Below zero when `a` is less than `b`, above when it is greater. */
export function order(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Decimal notation with thousand commas, or null where no finite decimal is the value (1/3). */
export function decimalOf(value: Rational): string | null {
  let places = 0
  let scaled = value
  // A lowest-terms denominator of 2^a·5^b ends within max(a, b) places; anything else never does.
  while (scaled.denominator !== 1n) {
    if (places === 60) return null
    scaled = multiply(scaled, rational(10n))
    places += 1
    if (scaled.denominator % 2n !== 0n && scaled.denominator % 5n !== 0n && scaled.denominator !== 1n) return null
  }
  const negative = scaled.numerator < 0n
  const digits = (negative ? -scaled.numerator : scaled.numerator).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${negative ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

/** Whether a value is from `low` to `high`. */
export function within(value: Rational, low: bigint, high: bigint): boolean {
  return value.denominator === 1n && value.numerator >= low && value.numerator <= high
}
