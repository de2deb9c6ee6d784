import type { Quantity } from '../../model/quantity.ts'
import { order, rational } from '../number/rational.ts'
import { kinship, likeSlip, sameOtherwise, sameValue } from './agree.ts'
import { type Atom, asRatio, isOne } from './atoms.ts'

/** Which English atom each Chinese one was found in, and the Chinese ones whose counterpart says something else. */
export interface Alignment {
  readonly pairs: ReadonlyMap<Atom, Atom>
  readonly changed: ReadonlySet<Atom>
  /** English quantities that are met together with another one. */
  readonly joined: ReadonlySet<Quantity>
}

/** Of several equal numbers the first few still free are weighed, so that a thousand of them stay linear. */
const weighed = 6
/** Leftovers beyond this many are weighed against their neighbours in order only. */
const widest = 40

/** "largest" for 第一, "both" for 两: words that may stand for a number and mostly do not. */
const weakWords = /^(?:both|pair|couple|dual|twin|bilateral|duo|single|sole)$/i

function isWeak({ kind, quantity }: Atom): boolean {
  if (quantity.digits || !quantity.soft) return false
  return kind === 'ordinal' ? !/^first/i.test(quantity.text) : weakWords.test(quantity.text)
}

/** Whether the loss of a Chinese number is the way the languages differ rather than a slip. */
function lightlyDropped(atom: Atom): boolean {
  return atom.quantity.soft || atom.kind === 'name' || (atom.kind === 'ordinal' && isOne(atom))
}

/** English left over may stand for a changed number only when it says one: not "one", "first" or "half". */
function couldBeChanged(zh: Atom, en: Atom): boolean {
  // COVID-19 and the Three Gorges stand for no other number, but for one that is nearly theirs.
  const words = !zh.quantity.digits && !en.quantity.digits && order(zh.value, two) > 0
  if (en.kind === 'name' && zh.kind !== 'name' && !words && !likeSlip(zh.value, en.value)) return false
  if (en.kind === 'name' && words) return zh.kind === 'count' || zh.kind === 'name'
  if (en.quantity.soft && en.kind !== 'name')
    return !lightlyDropped(zh) && zh.kind === en.kind && !isOne(en) && !zh.quantity.digits
  // 双, 两 and 一 are words in English too.
  if (zh.quantity.soft && !zh.quantity.digits && order(zh.value, two) <= 0 && en.quantity.digits) return false
  if (zh.quantity.soft && zh.kind !== 'name') return zh.kind === en.kind || zh.quantity.digits
  if (zh.kind === 'name') return zh.quantity.digits ? en.quantity.digits : words && en.kind === 'count'
  return true
}

const two = rational(2n)

/** The words after the part of a share: one in five, nine out of ten, 3 per 10,000. */
function isShare(counted: string | undefined): boolean {
  return counted === 'in' || counted === 'out' || counted === 'per'
}

function preference(zh: Atom, en: Atom): number {
  return (
    (zh.kind === en.kind ? 1 : 0) +
    (zh.quantity.digits === en.quantity.digits ? 0.5 : 0) -
    Math.abs(zh.place - en.place)
  )
}

function sameDay(zh: Atom, en: Atom): boolean {
  const [a, b] = [zh.quantity.value, en.quantity.value]
  if (a.type !== 'date' || b.type !== 'date' || a.day === undefined || a.month === undefined) return false
  return zh.kind === en.kind && a.day === b.day && a.month === b.month
}

function sign({ kind, key, unit }: Atom): string {
  return `${kind} ${key} ${unit}`
}

function sameThroughout(zh: Atom, en: Atom): boolean {
  return zh.kind === en.kind && zh.unit === en.unit
}

/**
 * Pairs the atoms of two texts one to one. What is surest goes first, so that a small word elsewhere never explains
 * away a number that has its own counterpart: whole dates, the same number in the same unit, the same number in a kind
 * that can mean it, the same in other words; then what is left over is paired as changed, and only after that may
 * "largest" stand for 第一 and "both" for 两.
 */
export function align(zh: readonly Atom[], en: readonly Atom[]): Alignment {
  const pairs = new Map<Atom, Atom>()
  const taken = new Set<Atom>()
  const changed = new Set<Atom>()
  const joined = new Set<Quantity>()
  const strong = en.filter((atom) => !isWeak(atom))
  // What is written in digits goes first: "No. 1" is 1号 before it is 第一.
  const firm = zh.filter((atom) => !atom.quantity.soft && atom.kind !== 'name')
  const hard = [...firm.filter(({ quantity }) => quantity.digits), ...firm.filter(({ quantity }) => !quantity.digits)]

  const pair = (own: Atom, other: Atom) => {
    pairs.set(own, other)
    taken.add(other)
  }
  const byValue = (list: readonly Atom[]) => {
    const queues = new Map<string, { atoms: Atom[]; head: number }>()
    for (const atom of list) {
      const queue = queues.get(atom.key)
      if (queue === undefined) queues.set(atom.key, { atoms: [atom], head: 0 })
      else queue.atoms.push(atom)
    }
    return queues
  }
  const pairEqual = (
    list: readonly Atom[],
    queues: ReturnType<typeof byValue>,
    fits: (zh: Atom, en: Atom) => boolean,
  ) => {
    for (const atom of list) {
      const queue = pairs.has(atom) ? undefined : queues.get(atom.key)
      if (queue === undefined) continue
      while (queue.head < queue.atoms.length && taken.has(queue.atoms[queue.head] as Atom)) queue.head += 1
      let best: Atom | undefined
      for (const candidate of queue.atoms.slice(queue.head, queue.head + weighed)) {
        if (taken.has(candidate) || !fits(atom, candidate)) continue
        if (best === undefined || preference(atom, candidate) > preference(atom, best)) best = candidate
      }
      if (best !== undefined) pair(atom, best)
    }
  }
  /** Every pair of leftovers that scores above zero, best first. */
  const pairLeftovers = (list: readonly Atom[], score: (zh: Atom, en: Atom) => number, note?: Set<Atom>) => {
    const openZh = list.filter((atom) => !pairs.has(atom))
    const openEn = openZh.length === 0 ? [] : strong.filter((atom) => !taken.has(atom))
    if (openEn.length === 0) return
    const all = openZh.length <= widest && openEn.length <= widest
    const scored: { readonly own: Atom; readonly other: Atom; readonly score: number }[] = []
    openZh.forEach((own, index) => {
      for (const other of all ? openEn : openEn.slice(Math.max(0, index - 2), index + 3)) {
        const value = score(own, other)
        if (value > 0) scored.push({ own, other, score: value })
      }
    })
    scored.sort((a, b) => b.score - a.score)
    for (const { own, other } of scored) {
      if (pairs.has(own) || taken.has(other)) continue
      pair(own, other)
      note?.add(own)
    }
  }

  /** 五分之一 as "one in five", 九成 as "nine out of ten": a part and its whole, each a number of its own in English. */
  const pairShares = () => {
    const shares = new Map<string, readonly [Atom, Atom]>()
    strong.forEach((part, index) => {
      const whole = strong[index + 1]
      if (whole === undefined || !isShare(part.quantity.counted) || part.kind !== 'count' || whole.kind !== 'count')
        return
      if (taken.has(part) || taken.has(whole) || order(part.value, whole.value) >= 0) return
      const share = rational(
        part.value.numerator * whole.value.denominator,
        part.value.denominator * whole.value.numerator,
      )
      shares.set(`${share.numerator}/${share.denominator}`, [part, whole])
    })
    if (shares.size === 0) return
    for (const atom of zh) {
      const ratio = pairs.has(atom) ? undefined : asRatio(atom)
      const found = ratio === undefined ? undefined : shares.get(`${ratio.numerator}/${ratio.denominator}`)
      if (found === undefined || taken.has(found[0]) || taken.has(found[1])) continue
      pair(atom, found[0])
      taken.add(found[1])
      joined.add(found[1].quantity)
    }
  }

  const queues = byValue(strong)
  const otherwise = (a: Atom, b: Atom) => (sameOtherwise(a, b) ? 4 + preference(a, b) : 0)
  pairEqual(zh, queues, sameDay)
  pairEqual(hard, queues, sameThroughout)
  pairEqual(zh, queues, sameThroughout)
  pairEqual(hard, queues, sameValue)
  if (pairs.size === zh.length) {
    partDates(zh, strong, pairs, taken, changed)
    return { pairs, changed, joined }
  }
  pairShares()
  // A week explains 七天 only where no number of days is left for it.
  const unitsLeft = new Set(strong.filter((atom) => !taken.has(atom) && !atom.quantity.soft).map(({ unit }) => unit))
  const surely = (a: Atom, b: Atom) => (b.quantity.soft && isOne(b) && unitsLeft.has(a.unit) ? 0 : otherwise(a, b))
  pairLeftovers(hard, surely)
  pairEqual(zh, queues, sameValue)
  pairLeftovers(zh, surely)
  partDates(zh, strong, pairs, taken, changed)
  // What says again what was met stands for no number of another kind, unless it looks like its slip.
  const met = pairs.size < zh.length && taken.size < strong.length ? new Set([...taken].map(sign)) : new Set()
  const isEcho = (a: Atom, b: Atom) => !sameThroughout(a, b) && met.has(sign(b)) && !likeSlip(a.value, b.value)
  pairLeftovers(zh, (a, b) => (couldBeChanged(a, b) && !isEcho(a, b) ? kinship(a, b) : 0), changed)
  pairLeftovers(zh, otherwise)
  if (strong.length < en.length) pairEqual(zh, byValue(en), sameValue)
  return { pairs, changed, joined }
}

/** A date whose day is met in one English date and whose month only in another: the month beside the day is its own. */
function partDates(
  zh: readonly Atom[],
  en: readonly Atom[],
  pairs: Map<Atom, Atom>,
  taken: Set<Atom>,
  changed: Set<Atom>,
) {
  const days = new Map<Quantity, Atom | undefined>()
  for (const atom of zh) if (atom.kind === 'day') days.set(atom.quantity, pairs.get(atom))
  if (days.size === 0) return
  const freeMonths = new Map<Quantity, Atom>()
  for (const atom of en) if (atom.kind === 'month' && !taken.has(atom)) freeMonths.set(atom.quantity, atom)
  for (const atom of zh) {
    const own = pairs.get(atom)
    const day = days.get(atom.quantity)
    if (atom.kind !== 'month' || own === undefined || day?.kind !== 'day' || own.quantity === day.quantity) continue
    const sibling = freeMonths.get(day.quantity)
    if (sibling === undefined || taken.has(sibling)) continue
    taken.delete(own)
    taken.add(sibling)
    pairs.set(atom, sibling)
    // The same whole date said twice had only been met half in each.
    if (!sameDay(atom, own) || !sameDay(atom, sibling)) changed.add(atom)
  }
}
