/** The month of an instant, as the calendar of a place has it: `2026-03`. */
export type MonthOf = (at: string) => string

/** `timeZone` is an IANA name; throws a `RangeError` for any other. */
export function monthsIn(timeZone: string): MonthOf {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
  let minute = ''
  let month = ''
  return (at) => {
    // No zone is off by a part of a minute, so that all instants of one are in the same month.
    if (at.slice(0, 16) === minute) return month
    minute = at.slice(0, 16)
    const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
    month = `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}`
    return month
  }
}

/** The month so many months before another. */
export function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + (number - 1) - months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((((count % 12) + 12) % 12) + 1).padStart(2, '0')}`
}
