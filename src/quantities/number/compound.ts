import type { Quantity } from '../../model/quantity.ts'
import { add, equals, multiply, order, rational } from './rational.ts'
import { amount } from './reading.ts'
import { unitNamed } from './units.ts'

/** Units that follow each other, each a part of the one before. */
const chain: Readonly<Record<string, string>> = { year: 'month', hour: 'minute', minute: 'second' }

function isPart(whole: Quantity, part: Quantity): boolean {
  const unit = chain[whole.unit]
  if (unit === undefined || whole.kind !== 'duration' || part.unit !== unit || part.kind !== 'duration') return false
  if (whole.value.type !== 'number' || part.value.type !== 'number') return false
  // An hour and 20 minutes mixes words and digits; 两小时30分 does not.
  if (whole.digits !== part.digits && !equals(whole.value.number, rational(1n))) return false
  const [outer, inner] = [unitNamed(whole.unit), unitNamed(unit)]
  if (outer === undefined || inner === undefined || whole.value.number.denominator !== 1n) return false
  return order(multiply(part.value.number, inner.factor), outer.factor) < 0
}

/**
 * 2小时5分10秒, "2 hours, 5 minutes and 10 seconds": one duration, in the smallest of its units. `joint` is what may stand
 * between the parts.
 */
export function joinDurations(text: string, quantities: readonly Quantity[], joint: RegExp): readonly Quantity[] {
  const joined: Quantity[] = []
  for (const quantity of quantities) {
    const last = joined.at(-1)
    const follows = last !== undefined && isPart(last, quantity) && joint.test(text.slice(last.to, quantity.from))
    const [outer, inner] = [unitNamed(last?.unit ?? ''), unitNamed(quantity.unit)]
    if (!follows || last.value.type !== 'number' || quantity.value.type !== 'number' || !outer || !inner) {
      joined.push(quantity)
      continue
    }
    const factor = { numerator: outer.factor.numerator / inner.factor.numerator, denominator: 1n }
    const value = amount(add(multiply(last.value.number, factor), quantity.value.number))
    const { from, approximation } = last
    joined[joined.length - 1] = {
      ...quantity,
      from,
      text: text.slice(from, quantity.to),
      value,
      approximation,
      soft: false,
    }
  }
  return joined
}
