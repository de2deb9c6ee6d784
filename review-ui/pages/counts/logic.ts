import type { QueryOf } from '../../../src/contract/calls.ts'
import { type CountKey, countKeys } from '../../../src/model/counts.ts'
import { monthBefore } from '../../../src/review/counting/month.ts'

/** What a table of counts is of, as its address says; a month is empty where the address names none. */
export interface Choice {
  readonly from: string
  readonly to: string
  readonly by: readonly CountKey[]
  readonly whose: 'everyone' | 'me'
}

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/

export function choiceIn(search: string): Choice {
  const params = new URLSearchParams(search)
  const monthOf = (name: string) => {
    const value = params.get(name) ?? ''
    return month.test(value) ? value : ''
  }
  const names = (params.get('by') ?? 'month').split(',')
  return {
    from: monthOf('from'),
    to: monthOf('to'),
    by: countKeys.filter((key) => names.includes(key)),
    whose: params.get('whose') === 'me' ? 'me' : 'everyone',
  }
}

/** What the server is asked. */
export function askedOf({ from, to, by, whose }: Choice): QueryOf<'counts'> {
  return { ...(from && { from }), ...(to && { to }), by: by.join(','), ...(whose === 'me' && { whose }) }
}

/** The same as a query, without what is usual; empty where all is. */
export function queryOf(choice: Choice): string {
  const { by, ...rest } = askedOf(choice)
  const said = Object.entries({ ...rest, ...(by !== 'month' && { by }) })
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

/** Months to choose from: the last five years to the present month, and those that are chosen already, latest first. */
export function monthsToChoose(present: string, chosen: readonly string[]): readonly string[] {
  const months = Array.from({ length: 60 }, (_, before) => monthBefore(present, before))
  return [...new Set([...months, ...chosen])].sort().reverse()
}

/** Another choice of a month, which takes the other along where it would stand on the wrong side of it. */
export function withMonth(
  shown: { readonly from: string; readonly to: string },
  side: 'from' | 'to',
  value: string,
): Pick<Choice, 'from' | 'to'> {
  if (side === 'from') return { from: value, to: shown.to < value ? value : shown.to }
  return { from: shown.from > value ? value : shown.from, to: value }
}

/** Whole minutes, in hours and minutes. */
export function hoursOf(milliseconds: number): { readonly hours: number; readonly minutes: number } {
  const minutes = Math.round(milliseconds / 60_000)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
