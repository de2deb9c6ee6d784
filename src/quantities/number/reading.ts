import type { Folded } from '../../language/text/folded.ts'
import type { Approximation, Quantity, QuantityKind, QuantityValue, Rational } from '../../model/quantity.ts'
import { equals } from './rational.ts'

/** What a reader found at a place; `chinese/read.ts` and `english/read.ts` make quantities of it. */
export interface Reading {
  /** Where it begins, when a sign or hedge before the numeral belongs to it. */
  readonly from?: number
  readonly to: number
  readonly kind: QuantityKind
  readonly value: QuantityValue
  readonly unit?: string
  readonly approximation?: Approximation
  readonly digits: boolean
  readonly counted?: string
  readonly soft?: boolean
}

export function amount(min: Rational, max: Rational = min): QuantityValue {
  return min === max || equals(min, max) ? { type: 'number', number: min } : { type: 'range', min, max }
}

export function quantityOf(text: string, start: number, reading: Reading, aside: boolean): Quantity {
  const { from = start, to, kind, value, unit = '', approximation = 'exact', digits, counted, soft = false } = reading
  const quantity: Quantity = { from, to, text: text.slice(from, to), kind, value, unit, approximation, digits, soft }
  return { ...quantity, ...(counted === undefined ? {} : { counted }), ...(aside ? { aside } : {}) }
}

/** Quantities read in a folded text, at their places in the text as it is. */
export function placed(quantities: readonly Quantity[], folded: Folded, text: string): readonly Quantity[] {
  if (folded.text === text) return quantities
  return quantities.map((quantity) => {
    const { from, to } = folded.spanOf(quantity)
    return { ...quantity, from, to, text: text.slice(from, to) }
  })
}
