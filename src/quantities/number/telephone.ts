import { rational } from './rational.ts'
import { amount, type Reading } from './reading.ts'

/**
 * A number that one dials, as a name whose value is its digits, without the code of China and the zero that leads an area
 * code at home: +86 10 6655 1234 and 010-66551234 are the same.
 */
export function dialledNumber(text: string, to: number): Reading {
  const digits = text
    .replace(/\D/g, '')
    .replace(/^(?:0086|86(?=0?\d{10}))/, '')
    .replace(/^0+/, '')
  return { to, kind: 'name', value: amount(rational(BigInt(digits || 0))), digits: true }
}
