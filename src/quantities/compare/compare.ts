import type { Severity } from '../../model/finding.ts'
import type { Quantity, QuantityKind } from '../../model/quantity.ts'
import { equals, rational } from '../number/rational.ts'
import { align } from './align.ts'
import { type Atom, atomsOf, inBaseUnit } from './atoms.ts'
import { isConversion } from './conversion.ts'
import { likeSlip } from './kinship.ts'

/**
 * The verdict on a number. `same` includes values that are equal in other words; `changed` has both sides; `missing` has
 * an `en` only if part of the number is there; `added` has no `zh`. `severity` is null if there is nothing to report.
 */
export interface Agreement {
  readonly verdict: 'same' | 'changed' | 'missing' | 'added'
  readonly zh?: Quantity
  readonly en?: Quantity
  readonly severity: Severity | null
}

/** What a text says once and then points back to. */
const dated: ReadonlySet<QuantityKind> = new Set(['year', 'month', 'day', 'date'])

function says(quantity: Quantity, number: bigint): boolean {
  return quantity.value.type === 'number' && equals(quantity.value.number, rational(number))
}

/** `repeated`: the same number was matched elsewhere; `partly`: some part of a date or range was matched. */
function missingSeverity(zh: Quantity, repeated: boolean, partly: boolean): Severity | null {
  // A code (G20, 3D) stays what it is in any language; other names may be carried by words.
  if (zh.kind === 'name') return zh.soft || zh.aside === true ? null : 'warning'
  if (zh.kind === 'ordinal' && zh.soft) return null
  if (zh.kind === 'ordinal' && says(zh, 1n)) return zh.digits ? 'warning' : 'note'
  // English may express 两国 and 两人 by a pronoun and 两天 as some days; it writes out two weeks and two meters.
  const measured = zh.kind === 'measure' || (zh.kind === 'duration' && zh.unit !== 'day')
  if (zh.soft && says(zh, 2n) && measured) return 'warning'
  if (zh.soft) return says(zh, 2n) && zh.counted !== undefined ? 'note' : null
  // 1名 is often "a".
  if (zh.counted !== undefined && says(zh, 1n)) return 'note'
  // 一两年 is "a year or two", "a couple of years".
  const few = zh.value.type === 'range' && !zh.digits && equals(zh.value.max, rational(2n))
  if (few || partly) return few ? 'note' : 'warning'
  if (repeated)
    return dated.has(zh.kind) || (!zh.digits && zh.counted === undefined && zh.unit === '') ? 'note' : 'warning'
  // A day without its month is a dateline's or points to one.
  if (zh.kind === 'day') return 'warning'
  const exact = zh.kind === 'money' || zh.kind === 'percent' || zh.kind === 'percentage-points'
  return zh.digits || exact ? 'error' : 'warning'
}

/** Twice 13% as "both by 13%"; 十三五时期 as "this five-year period". */
function isSaidAtOnce({ counted, kind }: Quantity, repeated: boolean, en: readonly Quantity[]): boolean {
  if (repeated && kind === 'percent' && en.some(({ text }) => /^both$/i.test(text))) return true
  return counted === '五年规划' && en.some(({ text }) => text === 'five-year')
}

function changedSeverity(zh: Quantity, en: Quantity): Severity {
  if (zh.soft || zh.kind === 'name' || en.kind === 'name') return 'warning'
  return zh.digits || en.digits || zh.unit !== '' ? 'error' : 'warning'
}

/** A date made explicit (去年 as "2023") and a gloss in brackets give only a note. */
function addedSeverity(en: Quantity): Severity | null {
  if (!en.digits || en.kind === 'name' || en.soft) return null
  // The 23rd meeting, the 21st-Century road: English names in full what Chinese calls by a short name.
  if (en.kind === 'ordinal') return 'note'
  return en.aside === true || dated.has(en.kind) ? 'note' : 'warning'
}

function byQuantity(atoms: readonly Atom[]): ReadonlyMap<Quantity, readonly Atom[]> {
  const lists = new Map<Quantity, Atom[]>()
  for (const atom of atoms) {
    const list = lists.get(atom.quantity)
    if (list === undefined) lists.set(atom.quantity, [atom])
    else list.push(atom)
  }
  return lists
}

/** Whether both measure the same thing, such as an area, so that one may be the other converted. */
function measuresAlike(a: Atom, b: Atom): boolean {
  const [x, y] = [inBaseUnit(a), inBaseUnit(b)]
  return a.kind === 'measure' && x !== undefined && x.dimension === y?.dimension
}

/**
 * English months added to a Chinese day without a month: right if the Chinese has that month elsewhere or has no month
 * at all (a dateline, "the 27th of this month"), which the check cannot know.
 */
function strayMonths(zh: readonly Atom[], en: readonly Atom[], pairs: ReadonlyMap<Atom, Atom>): readonly Agreement[] {
  const monthsInChinese = new Set(zh.filter(({ kind }) => kind === 'month').map(({ key }) => key))
  if (monthsInChinese.size === 0) return []
  const met = new Set(pairs.values())
  const bareDays = new Map<Quantity, Quantity>()
  for (const [zhAtom, enAtom] of pairs) {
    const { value } = zhAtom.quantity
    if (zhAtom.kind === 'day' && value.type === 'date' && value.month === undefined)
      bareDays.set(enAtom.quantity, zhAtom.quantity)
  }
  return en.flatMap((atom): readonly Agreement[] => {
    const day =
      atom.kind === 'month' && !met.has(atom) && !monthsInChinese.has(atom.key)
        ? bareDays.get(atom.quantity)
        : undefined
    return day === undefined ? [] : [{ verdict: 'added', en: atom.quantity, severity: 'warning' }]
  })
}

/** Of a longer text, only this many of its first years are compared with a stray one. */
const yearsWeighed = 40

/** English years added to a Chinese date without one that look like a slip of a year in the Chinese. */
function strayYears(zh: readonly Atom[], en: readonly Atom[], pairs: ReadonlyMap<Atom, Atom>): readonly Agreement[] {
  const yearsInChinese = zh.filter(({ kind }) => kind === 'year').slice(0, yearsWeighed)
  if (yearsInChinese.length === 0) return []
  const met = new Set(pairs.values())
  const used = new Set([...met].map(({ quantity }) => quantity))
  const stray = en.filter((atom) => atom.kind === 'year' && !met.has(atom) && used.has(atom.quantity))
  return stray
    .filter(
      (atom) =>
        yearsInChinese.every(({ key }) => key !== atom.key) &&
        yearsInChinese.some(({ value }) => likeSlip(value, atom.value)),
    )
    .map(({ quantity }): Agreement => ({ verdict: 'added', en: quantity, severity: 'warning' }))
}

/**
 * Whether the English has a month without its day ("it said on September that"), so that a day matched elsewhere cannot
 * stand for this date too.
 */
function isDayLost(en: readonly Atom[], pairs: ReadonlyMap<Atom, Atom>): boolean {
  const hasDay = ({ quantity: { value } }: Atom) => value.type === 'date' && value.day !== undefined
  const bare = new Set(en.filter((atom) => atom.kind === 'month' && !hasDay(atom)))
  for (const [zhAtom, enAtom] of pairs) if (zhAtom.kind === 'month' && !hasDay(zhAtom)) bare.delete(enAtom)
  return bare.size > 0
}

/** With how many matched numbers an added one is compared as a conversion. */
const conversionsWeighed = 40

/**
 * Aligns the numbers of a Chinese segment and its English one to one, by value, kind, unit and order. Gives a verdict on
 * each Chinese number and reports each remaining English number as added. The caller leaves out numbers inside recognised
 * terms, which belong to the term.
 */
export function compareQuantities(zh: readonly Quantity[], en: readonly Quantity[]): readonly Agreement[] {
  if (zh.length === 0 && en.length === 0) return []
  const zhAtoms = atomsOf(zh)
  const enAtoms = atomsOf(en)
  const { pairs, changed, joined } = align(zhAtoms, enAtoms)
  const met = zhAtoms.filter((atom) => pairs.has(atom) && !changed.has(atom))
  let metValues: ReadonlySet<string> | undefined
  const isMet = (atom: Atom) => {
    metValues ??= new Set(met.map(({ key, unit }) => `${key} ${unit}`))
    return metValues.has(`${atom.key} ${atom.unit}`)
  }
  const convertible = met.filter((atom) => atom.unit !== '').slice(0, conversionsWeighed)
  const isConverted = (atom: Atom) => atom.unit !== '' && convertible.some((other) => isConversion(other, atom))

  const zhParts = byQuantity(zhAtoms)
  const agreements: Agreement[] = zh.map((quantity) => {
    const atoms = zhParts.get(quantity) ?? []
    const differing = atoms.find((atom) => changed.has(atom))
    const compared = differing ?? atoms.find((atom) => pairs.has(atom))
    const english = compared && pairs.get(compared)?.quantity
    if (english === undefined) {
      // 六英尺（1.83米）: one of the two is enough.
      if (quantity.kind === 'measure' && atoms.every(isConverted))
        return { verdict: 'missing', zh: quantity, severity: 'note' }
      const repeated = atoms.every(isMet) && !(quantity.kind === 'day' && isDayLost(enAtoms, pairs))
      const severity = isSaidAtOnce(quantity, repeated, en) ? 'note' : missingSeverity(quantity, repeated, false)
      return { verdict: 'missing', zh: quantity, severity }
    }
    if (differing !== undefined) {
      return { verdict: 'changed', zh: quantity, en: english, severity: changedSeverity(quantity, english) }
    }
    if (atoms.every((atom) => pairs.has(atom))) return { verdict: 'same', zh: quantity, en: english, severity: null }
    // 2024年10月14日 as "October 14": part of it is there.
    return { verdict: 'missing', zh: quantity, en: english, severity: missingSeverity(quantity, false, true) }
  })

  agreements.push(...strayMonths(zhAtoms, enAtoms, pairs), ...strayYears(zhAtoms, enAtoms, pairs))
  const used = new Set([...pairs.values()].map((atom) => atom.quantity).concat(...joined))
  const enParts = byQuantity(enAtoms)
  const values = new Set(used.size < en.length ? met.map((atom) => atom.key) : [])
  for (const [index, quantity] of en.entries()) {
    if (used.has(quantity)) continue
    const atoms = enParts.get(quantity) ?? []
    // Said again, or converted: "6,000 mu (400 hectares)".
    const echo = atoms.every((atom) => values.has(atom.key) || isConverted(atom))
    // A gloss in brackets that measures what the number before it does, and is no conversion of it.
    const before = en[index - 1]
    const glossed = before !== undefined && before.aside !== true ? (enParts.get(before) ?? []) : []
    const wrong = quantity.aside === true && atoms.some((atom) => glossed.some((other) => measuresAlike(other, atom)))
    const severity = echo ? null : wrong ? 'warning' : addedSeverity(quantity)
    agreements.push({ verdict: 'added', en: quantity, severity })
  }
  return agreements
}
