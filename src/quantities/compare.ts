import type { Severity } from '../model/finding.ts'
import type { Quantity, QuantityKind } from '../model/quantity.ts'
import { kinship, sameOtherwise, sameValue } from './agree.ts'
import { type Atom, atomsOf, inBaseUnit, isOne, near } from './atoms.ts'
import { equals, rational } from './rational.ts'

/**
 * What became of a number. `same` includes equal in other words; `changed` has both sides; `missing` has no `en`,
 * `added` no `zh`. `severity` is null where nothing is to be said.
 */
export interface Agreement {
  readonly verdict: 'same' | 'changed' | 'missing' | 'added'
  readonly zh?: Quantity
  readonly en?: Quantity
  readonly severity: Severity | null
}

type Pairs = Map<Atom, Atom>

/** Of several that fit, the first few in order are weighed, so that a thousand equal numbers stay linear. */
const weighed = 6
const weakWords = /^(?:both|pair|couple|dual|twin|bilateral|duo|single|sole)$/i
/** Leftovers beyond this many are weighed against their neighbours in order only. */
const widest = 40

const exactKey = (atom: Atom) => `${atom.kind}|${atom.unit}|${atom.value.numerator}/${atom.value.denominator}`
const valueKey = (atom: Atom) => `${atom.value.numerator}/${atom.value.denominator}`

/** Pairs atoms of one key one to one, in order; where several English ones fit, the nearest in place. */
function pairByKey(
  zh: readonly Atom[],
  en: readonly Atom[],
  pairs: Pairs,
  taken: Set<Atom>,
  key: (atom: Atom) => string,
  fits: (zh: Atom, en: Atom) => boolean,
) {
  const waiting = new Map<string, Atom[]>()
  for (const atom of en) {
    if (taken.has(atom)) continue
    const queue = waiting.get(key(atom))
    if (queue === undefined) waiting.set(key(atom), [atom])
    else queue.push(atom)
  }
  const heads = new Map<string, number>()
  for (const atom of zh) {
    if (pairs.has(atom)) continue
    const name = key(atom)
    const queue = waiting.get(name)
    if (queue === undefined) continue
    let head = heads.get(name) ?? 0
    while (head < queue.length && taken.has(queue[head] as Atom)) head += 1
    heads.set(name, head)
    const candidates = queue
      .slice(head, head + weighed)
      .filter((candidate) => !taken.has(candidate) && fits(atom, candidate))
    const best = candidates.reduce<Atom | undefined>(
      (nearest, candidate) =>
        nearest === undefined || preference(atom, candidate) > preference(atom, nearest) ? candidate : nearest,
      undefined,
    )
    if (best === undefined) continue
    pairs.set(atom, best)
    taken.add(best)
  }
}

function preference(zh: Atom, en: Atom): number {
  return (
    (zh.kind === en.kind ? 1 : 0) +
    (zh.quantity.digits === en.quantity.digits ? 0.5 : 0) -
    Math.abs(zh.place - en.place)
  )
}

/** "largest" for 第一, "both" for 两: words that may stand for a number and mostly do not. */
function isWeak({ kind, quantity }: Atom): boolean {
  if (quantity.digits || !quantity.soft) return false
  return kind === 'ordinal' ? !/^first/i.test(quantity.text) : weakWords.test(quantity.text)
}

const dayKey = (atom: Atom) => {
  const { value } = atom.quantity
  return value.type === 'date' && value.month !== undefined && value.day !== undefined
    ? `${value.month}-${value.day}|${atom.kind}`
    : undefined
}

/** Whole dates before their parts: February 22 and February 27 do not lend each other a month. */
function pairDates(zh: readonly Atom[], en: readonly Atom[], pairs: Pairs, taken: Set<Atom>) {
  const dated = (atoms: readonly Atom[]) => atoms.filter((atom) => dayKey(atom) !== undefined)
  pairByKey(
    dated(zh),
    dated(en),
    pairs,
    taken,
    (atom) => dayKey(atom) ?? '',
    (a, b) => equals(a.value, b.value),
  )
}

/** A date whose day is met in one English date and whose month only in another has had its month changed. */
function partDates(zh: readonly Atom[], en: readonly Atom[], pairs: Pairs, taken: Set<Atom>): Set<Atom> {
  const changed = new Set<Atom>()
  const days = new Map(zh.filter((atom) => atom.kind === 'day').map((atom) => [atom.quantity, pairs.get(atom)]))
  for (const atom of zh) {
    const own = pairs.get(atom)
    const day = days.get(atom.quantity)
    if (
      atom.kind !== 'month' ||
      own === undefined ||
      day === undefined ||
      day.kind !== 'day' ||
      own.quantity === day.quantity
    )
      continue
    const sibling = en.find((other) => other.quantity === day.quantity && other.kind === atom.kind && !taken.has(other))
    if (sibling === undefined) continue
    taken.delete(own)
    taken.add(sibling)
    pairs.set(atom, sibling)
    changed.add(atom)
  }
  return changed
}

/** Every pair of leftovers above zero, best first; only near ones when there are very many. */
function pairByScore(
  zh: readonly Atom[],
  en: readonly Atom[],
  pairs: Pairs,
  taken: Set<Atom>,
  score: (zh: Atom, en: Atom) => number,
) {
  const openZh = zh.filter((atom) => !pairs.has(atom))
  const openEn = en.filter((atom) => !taken.has(atom))
  const all = openZh.length <= widest && openEn.length <= widest
  const scored: { zh: Atom; en: Atom; score: number }[] = []
  openZh.forEach((atom, index) => {
    const near = all ? openEn : openEn.slice(Math.max(0, index - 2), index + 3)
    for (const candidate of near) {
      const value = score(atom, candidate)
      if (value > 0) scored.push({ zh: atom, en: candidate, score: value })
    }
  })
  scored.sort((a, b) => b.score - a.score)
  for (const { zh: atom, en: candidate } of scored) {
    if (pairs.has(atom) || taken.has(candidate)) continue
    pairs.set(atom, candidate)
    taken.add(candidate)
  }
}

/** Whether the loss of a Chinese number is the way the languages differ rather than a slip. */
function lightlyDropped(atom: Atom): boolean {
  return atom.quantity.soft || atom.kind === 'name' || (atom.kind === 'ordinal' && isOne(atom))
}

/** What a language says once and then points back to. */
const dated: ReadonlySet<QuantityKind> = new Set(['year', 'month', 'day', 'date'])

function missingSeverity(zh: Quantity, repeated: boolean, partly: boolean): Severity | null {
  if (zh.kind === 'name') return null
  if (zh.kind === 'ordinal' && zh.value.type === 'number' && equals(zh.value.number, rational(1n)))
    return zh.digits ? 'warning' : 'note'
  if (zh.soft) {
    const two = zh.value.type === 'number' && equals(zh.value.number, rational(2n)) && zh.counted !== undefined
    return two ? 'note' : null
  }
  // 1名 is often "a".
  if (zh.counted !== undefined && zh.value.type === 'number' && equals(zh.value.number, rational(1n))) return 'note'
  if (partly) return 'warning'
  if (repeated) return dated.has(zh.kind) || !zh.digits ? 'note' : 'warning'
  if (zh.digits || zh.kind === 'money' || zh.kind === 'percent' || zh.kind === 'percentage-points') return 'error'
  return 'warning'
}

function changedSeverity(zh: Quantity, en: Quantity): Severity {
  if (zh.soft || zh.kind === 'name' || en.kind === 'name') return 'warning'
  return zh.digits || en.digits || zh.unit !== '' ? 'error' : 'warning'
}

function addedSeverity(en: Quantity): Severity | null {
  if (!en.digits || en.kind === 'name' || en.soft) return null
  if (en.aside === true) return 'note'
  return en.kind === 'year' || en.kind === 'month' || en.kind === 'day' || en.kind === 'date' ? 'note' : 'warning'
}

/** English left over may stand for a changed number only when it says one: not "one", "first" or "half". */
function couldBeChanged(zh: Atom, en: Atom): boolean {
  if (en.quantity.soft && en.kind !== 'name')
    return !lightlyDropped(zh) && zh.kind === en.kind && !isOne(en) && !zh.quantity.digits
  if (zh.quantity.soft && isOne(zh) && en.quantity.digits) return false
  if (zh.quantity.soft && zh.kind !== 'name') return zh.kind === en.kind || zh.quantity.digits
  if (zh.kind === 'name') return en.quantity.digits && zh.quantity.digits
  return true
}

/**
 * Aligns the numbers of a Chinese segment and its English one to one, by value, kind, unit and order, and says of
 * each Chinese number what became of it and of each English one whether it was added. Numbers inside recognised terms
 * are for the caller to leave out: the term carries them.
 */
export function compareQuantities(zh: readonly Quantity[], en: readonly Quantity[]): readonly Agreement[] {
  const zhAtoms = atomsOf(zh)
  const enAtoms = atomsOf(en)
  const pairs: Pairs = new Map()
  const taken = new Set<Atom>()
  // What is surest first, so that a small word elsewhere never explains away a number that has its own counterpart;
  // "largest" and "leading" stand for 第一 only when nothing else does.
  const counted = enAtoms.filter((atom) => !isWeak(atom))
  const hard = zhAtoms.filter((atom) => !atom.quantity.soft && atom.kind !== 'name')
  pairDates(zhAtoms, enAtoms, pairs, taken)
  pairByKey(hard, counted, pairs, taken, exactKey, () => true)
  pairByKey(zhAtoms, counted, pairs, taken, exactKey, () => true)
  pairByKey(hard, counted, pairs, taken, valueKey, sameValue)
  const otherwise = (a: Atom, b: Atom) => (sameOtherwise(a, b) ? 4 + preference(a, b) : 0)
  pairByScore(hard, counted, pairs, taken, otherwise)
  pairByKey(zhAtoms, counted, pairs, taken, valueKey, sameValue)
  pairByScore(zhAtoms, counted, pairs, taken, otherwise)
  const changed = partDates(zhAtoms, enAtoms, pairs, taken)
  const settled = new Set(pairs.keys())
  pairByScore(zhAtoms, counted, pairs, taken, (a, b) => (couldBeChanged(a, b) ? kinship(a, b) : 0))
  for (const atom of pairs.keys()) if (!settled.has(atom)) changed.add(atom)
  pairByKey(zhAtoms, enAtoms, pairs, taken, valueKey, sameValue)
  const same = new Set([...pairs.keys()].filter((atom) => !changed.has(atom)))

  const atomsByQuantity = new Map<Quantity, Atom[]>()
  for (const atom of zhAtoms) {
    const list = atomsByQuantity.get(atom.quantity)
    if (list === undefined) atomsByQuantity.set(atom.quantity, [atom])
    else list.push(atom)
  }
  const agreements: Agreement[] = zh.map((quantity) => {
    const atoms = atomsByQuantity.get(quantity) ?? []
    const differing = atoms.find((atom) => changed.has(atom))
    const met = atoms.find((atom) => same.has(atom))
    const english = pairs.get(differing ?? met ?? (atoms[0] as Atom))?.quantity
    if (differing !== undefined && english !== undefined) {
      return { verdict: 'changed', zh: quantity, en: english, severity: changedSeverity(quantity, english) }
    }
    if (atoms.every((atom) => same.has(atom)) && english !== undefined)
      return { verdict: 'same', zh: quantity, en: english, severity: null }
    // 2024年10月14日 as "October 14": part of it is there.
    const partly = met !== undefined
    const repeated = atoms.every((atom) =>
      zhAtoms.some(
        (other) => other !== atom && same.has(other) && equals(other.value, atom.value) && other.unit === atom.unit,
      ),
    )
    const severity = missingSeverity(quantity, repeated, partly)
    return english === undefined
      ? { verdict: 'missing', zh: quantity, severity }
      : { verdict: 'missing', zh: quantity, en: english, severity }
  })
  const usedEnglish = new Set([...taken].map((atom) => atom.quantity))
  const met = [...same].map((atom) => pairs.get(atom) as Atom)
  for (const quantity of en) {
    if (usedEnglish.has(quantity)) continue
    const own = enAtoms.filter((atom) => atom.quantity === quantity)
    // Said again, or converted in brackets: "6,000 mu (400 hectares)".
    const echo = own.every((atom) => met.some((other) => equals(other.value, atom.value) || converts(other, atom)))
    agreements.push({ verdict: 'added', en: quantity, severity: echo ? null : addedSeverity(quantity) })
  }
  return agreements
}

function converts(a: Atom, b: Atom): boolean {
  const [x, y] = [inBaseUnit(a), inBaseUnit(b)]
  return x !== undefined && y !== undefined && x.dimension === y.dimension && near(x.value, y.value, rational(1n, 50n))
}
