/** An exact number: `numerator / denominator`, in lowest terms, denominator positive. Never a float. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const quantityKinds = [
  'count',
  'money',
  'percent',
  'percentage-points',
  'ordinal',
  'date',
  'year',
  'month',
  'day',
  'time',
  'duration',
  'fraction',
  'multiple',
  'measure',
  'name',
] as const
/** `name` is a number inside a name or code (尼龙66): read, but no quantity to compare. */
export type QuantityKind = (typeof quantityKinds)[number]

/** How the text hedges the number: 余 and "more than" are `over`; 近 and "nearly" are `under`; 约 is `about`. */
export type Approximation = 'exact' | 'over' | 'under' | 'about'

/** A number expression read in a text. Offsets are UTF-16 units of the plain text. */
export interface Quantity {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly kind: QuantityKind
  /** The value; for dates the parts, for ranges the bounds. A percent is its number: 70% is 70. */
  readonly value: QuantityValue
  /** Normal English unit: `CNY`, `USD`, `square kilometer`, `mm`, `year`; empty where there is none. */
  readonly unit: string
  readonly approximation: Approximation
  /** Whether the text writes it in digits (4000, ４０００) rather than in words (四千, four). */
  readonly digits: boolean
  /** Classifier or noun it counts, as far as it is known (家, 个, 条). */
  readonly counted?: string
  /** A quantity whose loss or change is no error by itself: 一, 两, 双, numbers in slogans. */
  readonly soft: boolean
  /** Whether it stands in brackets: a gloss or conversion that the other language may well not have. */
  readonly aside?: true
}

export type QuantityValue =
  | { readonly type: 'number'; readonly number: Rational }
  | { readonly type: 'range'; readonly min: Rational; readonly max: Rational }
  | { readonly type: 'date'; readonly year?: number; readonly month?: number; readonly day?: number }
