import type { Quantity } from '../../model/quantity.ts'
import { rational } from './rational.ts'
import { amount, type Reading } from './reading.ts'

/** 5+4+X, 1 + 3 + N: figures that name a plan, the last left open. */
const formula = /\d{1,3}(?: ?\+ ?(?:\d{1,3}|[XxNn]))* ?\+ ?[XxNn](?![A-Za-z\d])/y
const whole = /^\d{1,3}(?: ?[+＋] ?(?:\d{1,3}|[XxNn]))* ?[+＋] ?[XxNn]$/

/**
 * A formula at a place. Its value has a thousand for each figure, so that two formulas agree where all their figures do, in
 * their order; an open one in their midst is none.
 */
export function formulaAt(text: string, at: number): Reading | undefined {
  formula.lastIndex = at
  const found = formula.exec(text)?.[0]
  if (found === undefined) return undefined
  const figures = found.match(/\d+/g) ?? []
  const value = figures.reduce((sum, figure) => sum * 1000n + BigInt(figure), 0n)
  return { to: formula.lastIndex, kind: 'name', value: amount(rational(value)), digits: true, soft: true }
}

/** How a formula is written in either language; undefined for what is none. */
export function writtenFormula({ kind, text }: Quantity): string | undefined {
  return kind === 'name' && whole.test(text) ? text.replaceAll('＋', '+') : undefined
}
