import type { Quantity } from '../../model/quantity.ts'
import type { Atom } from './atoms.ts'
import type { Matching } from './matching.ts'

/** Whether two atoms are the same part of the same day of a month. */
export function sameDay(zh: Atom, en: Atom): boolean {
  const [a, b] = [zh.quantity.value, en.quantity.value]
  if (a.type !== 'date' || b.type !== 'date' || a.day === undefined || a.month === undefined) return false
  return zh.kind === en.kind && a.day === b.day && a.month === b.month
}

/**
 * Where the day of a date was paired with one English date and its month with another, pairs the month with the one
 * beside the day, and notes it as changed.
 */
export function rejoinDates({ zh, en, pairs, taken, changed }: Matching): void {
  const days = new Map<Quantity, Atom | undefined>()
  for (const atom of zh) if (atom.kind === 'day') days.set(atom.quantity, pairs.get(atom))
  if (days.size === 0) return
  const freeMonths = new Map<Quantity, Atom>()
  for (const atom of en) if (atom.kind === 'month' && !taken.has(atom)) freeMonths.set(atom.quantity, atom)
  for (const atom of zh) {
    const month = pairs.get(atom)
    const day = days.get(atom.quantity)
    if (atom.kind !== 'month' || month === undefined || day?.kind !== 'day' || month.quantity === day.quantity) continue
    const sibling = freeMonths.get(day.quantity)
    if (sibling === undefined || taken.has(sibling)) continue
    taken.delete(month)
    taken.add(sibling)
    pairs.set(atom, sibling)
    // The same whole date written twice was only met by half in each.
    if (!sameDay(atom, month) || !sameDay(atom, sibling)) changed.add(atom)
  }
}
