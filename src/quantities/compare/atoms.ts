import type { Quantity, QuantityKind, Rational } from '../../model/quantity.ts'
import { equals, multiply, order, rational } from '../number/rational.ts'
import { unitNamed } from '../number/units.ts'

/**
 * The least that can be the same or differ: a date has one for each of its parts, a range one for each bound, so that
 * "8月6日至12日" and "from August 6 to 12" agree part by part.
 */
export interface Atom {
  readonly quantity: Quantity
  readonly kind: QuantityKind
  readonly value: Rational
  readonly unit: string
  /** The value as text: equal values have equal keys. */
  readonly key: string
  /** Place among the atoms of its text, from 0 to 1: numbers keep roughly their order in translation. */
  readonly place: number
}

type Bare = Omit<Atom, 'place' | 'key'>

function bareAtoms(quantity: Quantity): readonly Bare[] {
  const { value, kind, unit } = quantity
  if (value.type === 'number') return [{ quantity, kind, value: value.number, unit }]
  if (value.type === 'range') {
    return [
      { quantity, kind, value: value.min, unit },
      { quantity, kind, value: value.max, unit },
    ]
  }
  const parts: Bare[] = []
  if (value.year !== undefined) parts.push({ quantity, kind: 'year', value: rational(BigInt(value.year)), unit: '' })
  if (value.month !== undefined) parts.push({ quantity, kind: 'month', value: rational(BigInt(value.month)), unit: '' })
  if (value.day !== undefined) parts.push({ quantity, kind: 'day', value: rational(BigInt(value.day)), unit: '' })
  return parts
}

export function atomsOf(quantities: readonly Quantity[]): readonly Atom[] {
  const bare = quantities.flatMap(bareAtoms)
  const last = Math.max(1, bare.length - 1)
  return bare.map((atom, index) => ({
    ...atom,
    key: `${atom.value.numerator}/${atom.value.denominator}`,
    place: index / last,
  }))
}

/** The value in the base unit of its dimension, and the dimension; undefined for what has no unit. */
export function inBaseUnit(atom: Atom): { readonly dimension: string; readonly value: Rational } | undefined {
  const unit = unitNamed(atom.unit)
  if (unit === undefined || atom.kind === 'ordinal' || atom.kind === 'year') return undefined
  const dimension = unit.dimension === 'money' ? unit.name : unit.dimension
  return { dimension, value: multiply(atom.value, unit.factor) }
}

/** A part of one: percent, fractions and multiples on one scale. */
export function asRatio(atom: Atom): Rational | undefined {
  if (atom.kind === 'percent') return multiply(atom.value, rational(1n, 100n))
  return atom.kind === 'fraction' || atom.kind === 'multiple' ? atom.value : undefined
}

export function isOne(atom: Atom): boolean {
  return equals(atom.value, rational(1n))
}

/** Whether `b` lies within the given share of `a`. */
export function near(a: Rational, b: Rational, share: Rational): boolean {
  const difference = rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference
  const bound = multiply(a.numerator < 0n ? { ...a, numerator: -a.numerator } : a, share)
  return order(size, bound) <= 0
}
