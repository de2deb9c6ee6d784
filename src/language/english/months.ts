import { rowsOf } from '../lists.ts'
import { capitalised } from './capitals.ts'
import { monthAbbreviations, monthNames } from './data/month-names.ts'

const names = rowsOf(monthNames).map(([name = '']) => name)

/** Every name and abbreviation of a month in lower case, with its number, 1 to 12. */
export const months: readonly (readonly [name: string, month: number])[] = [
  ...rowsOf(monthNames),
  ...rowsOf(monthAbbreviations),
].map(([name = '', month = '']) => [name, Number(month)])

/** Whether a name of a month in lower case is an abbreviation, after which a full stop may stand. */
export function isMonthAbbreviation(name: string): boolean {
  return !names.includes(name)
}

/** The name of a month by its number, 1 to 12, with its capital. Empty for any other number. */
export function monthName(month: number): string {
  return capitalised(names[month - 1] ?? '')
}
