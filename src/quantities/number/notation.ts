import type { Quantity, Rational } from '../../model/quantity.ts'
import { decimalOf } from './rational.ts'

/** A quantity as one JSON value: what a script needs to compare it with another. */
export interface Notation {
  readonly kind: Quantity['kind']
  /**
   * A decimal without commas (a fraction where no finite decimal is the value), a date as ISO 8601 writes its known
   * parts (`2024-10-14`, `--10-14`, `---14`), a time as `15:30`, and bounds: both of a range, `min` for "more than",
   * `max` for "nearly" and "fewer than".
   */
  readonly value: string | { readonly min?: string; readonly max?: string }
  readonly unit: string
}

function decimal(value: Rational): string {
  return decimalOf(value)?.replaceAll(',', '') ?? `${value.numerator}/${value.denominator}`
}

const two = (part: number | bigint) => `${part}`.padStart(2, '0')

function clock(hours: Rational): string {
  const seconds = (hours.numerator * 3600n) / hours.denominator
  const minutes = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}`
  return seconds % 60n === 0n ? minutes : `${minutes}:${two(seconds % 60n)}`
}

function dateOf({ year, month, day }: Extract<Quantity['value'], { type: 'date' }>): string {
  if (day !== undefined) return `${year ?? '-'}-${month === undefined ? '' : two(month)}-${two(day)}`
  if (month !== undefined) return `${year ?? '-'}-${two(month)}`
  return `${year}`
}

export function notationOf({ kind, value, unit, approximation }: Quantity): Notation {
  if (value.type === 'date') return { kind, value: dateOf(value), unit }
  const write = kind === 'time' ? clock : decimal
  if (value.type === 'range') return { kind, value: { min: write(value.min), max: write(value.max) }, unit }
  const number = write(value.number)
  if (approximation === 'over') return { kind, value: { min: number }, unit }
  if (approximation === 'under') return { kind, value: { max: number }, unit }
  return { kind, value: number, unit }
}
