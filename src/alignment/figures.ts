import type { Quantity } from '../model/quantity.ts'
import { readChinese } from '../quantities/chinese/read.ts'
import { atomsOf } from '../quantities/compare/atoms.ts'
import { compareQuantities } from '../quantities/compare/compare.ts'
import { readEnglish } from '../quantities/english/read.ts'

/** The values of figures, those in doubt with another letter: `#5/1` for 5, `~1/1` for the 1 of 一. */
export function figureSymbols(quantities: readonly Quantity[]): readonly string[] {
  return atomsOf(quantities).map(({ quantity, key, kind }) => {
    const soft = quantity.soft || kind === 'name' || (!quantity.digits && /^\d\/1$/.test(key))
    return `${soft ? '~' : '#'}${key}`
  })
}

/** Whether the check of figures would warn of this pair. */
export function figuresDiffer(zh: string, en: string): boolean {
  return compareQuantities(readChinese(zh), readEnglish(en)).some(
    ({ severity }) => severity === 'error' || severity === 'warning',
  )
}
