import type { Quantity, QuantityKind, QuantityValue } from '../../model/quantity.ts'
import { multiply, order, rational } from '../number/rational.ts'

const joint = /^ ?[、和及与或至到~—-] ?$/
/** Kinds of quantities whose unit stands once for several joined numbers. */
const shared: ReadonlySet<QuantityKind> = new Set([
  'month',
  'day',
  'measure',
  'duration',
  'percent',
  'percentage-points',
  'money',
  'multiple',
])
const ten = rational(10n)

/** The value of a bare number that is of the kind of the one it is joined to, or undefined where it cannot be. */
function valueAs({ value }: Quantity, next: Quantity): QuantityValue | undefined {
  if (value.type !== 'number') return undefined
  const { numerator, denominator } = value.number
  if (next.kind === 'month' || next.kind === 'day') {
    if (denominator !== 1n || numerator < 1n || numerator > (next.kind === 'month' ? 12n : 31n)) return undefined
    return { type: 'date', [next.kind]: Number(numerator) }
  }
  // 7、80年代
  if (next.unit === 'decade') {
    return order(value.number, ten) < 0 ? { type: 'number', number: multiply(value.number, ten) } : value
  }
  return shared.has(next.kind) ? value : undefined
}

/** 9、10月份, 70、80年代, 5、10公里: a bare number has the kind and unit of the one it is joined to. */
export function shareUnits(folded: string, quantities: Quantity[]): void {
  for (let index = quantities.length - 2; index >= 0; index -= 1) {
    const [bare, next] = [quantities[index], quantities[index + 1]]
    if (bare?.kind !== 'count' || bare.counted !== undefined || next === undefined || bare.digits !== next.digits)
      continue
    // What opens a text is most often the number of an item.
    if (
      (bare.from === 0 && next.kind !== 'month') ||
      next.from - bare.to > 3 ||
      !joint.test(folded.slice(bare.to, next.from))
    )
      continue
    const value = valueAs(bare, next)
    if (value !== undefined) quantities[index] = { ...bare, kind: next.kind, unit: next.unit, value, soft: next.soft }
  }
}
