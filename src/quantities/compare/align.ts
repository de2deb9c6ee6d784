import type { Quantity } from '../../model/quantity.ts'
import { order, rational } from '../number/rational.ts'
import { clausesAgree, sameOtherwise, sameValue } from './agree.ts'
import { type Atom, isOne } from './atoms.ts'
import { rejoinDates, sameDay } from './dates.ts'
import { kinship, likeSlip } from './kinship.ts'
import { type Matching, newMatching, pairEqual, pairLeftovers, preference, queuesByValue } from './matching.ts'
import { pairShares } from './shares.ts'

/** The English atom that each Chinese one was paired with, and the Chinese ones whose counterpart says something else. */
export interface Alignment {
  readonly pairs: ReadonlyMap<Atom, Atom>
  readonly changed: ReadonlySet<Atom>
  /** English quantities that are met together with another one. */
  readonly joined: ReadonlySet<Quantity>
}

/** "largest" for 第一, "both" for 两: words that may stand for a number and mostly do not. */
const weakWords = /^(?:both|pair|couple|dual|twin|bilateral|duo|single|sole)$/i

function isWeak({ kind, quantity }: Atom): boolean {
  if (quantity.digits || !quantity.soft) return false
  return kind === 'ordinal' ? !/^first/i.test(quantity.text) : weakWords.test(quantity.text)
}

const two = rational(2n)

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
  // 十三五 is the thirteenth plan, and how long it lasts is something else.
  if (zh.quantity.counted === '五年规划' && en.unit === 'year') return false
  // 双, 两 and 一 are words in English too.
  if (zh.quantity.soft && !zh.quantity.digits && order(zh.value, two) <= 0 && en.quantity.digits) return false
  if (zh.quantity.soft && zh.kind !== 'name') return zh.kind === en.kind || zh.quantity.digits
  if (zh.kind === 'name') return zh.quantity.digits ? en.quantity.digits : words && en.kind === 'count'
  return true
}

/** The value with its kind and unit, as text: atoms that say the same have the same. */
function meaning({ kind, key, unit }: Atom): string {
  return `${kind} ${key} ${unit}`
}

function sameThroughout(zh: Atom, en: Atom): boolean {
  return zh.kind === en.kind && zh.unit === en.unit && clausesAgree(zh.quantity.counted, en.quantity.counted)
}

function otherwise(zh: Atom, en: Atom): number {
  return sameOtherwise(zh, en) ? 4 + preference(zh, en) : 0
}

/** The numbers whose loss would be an error; those in digits go first: "No. 1" is 1号 before it is 第一. */
function hardAtoms(zh: readonly Atom[]): readonly Atom[] {
  const firm = zh.filter((atom) => !atom.quantity.soft && atom.kind !== 'name')
  return [...firm.filter(({ quantity }) => quantity.digits), ...firm.filter(({ quantity }) => !quantity.digits)]
}

/** The score of two atoms for the same number in other words: a week explains 七天 only where no number of days is left. */
function otherwiseWhereNoUnitIsLeft({ en, taken }: Matching): (zh: Atom, en: Atom) => number {
  const unitsLeft = new Set(en.filter((atom) => !taken.has(atom) && !atom.quantity.soft).map(({ unit }) => unit))
  return (a, b) => (b.quantity.soft && isOne(b) && unitsLeft.has(a.unit) ? 0 : otherwise(a, b))
}

/** Pairs what is left as changed. English that repeats a met number stands for no other, unless it looks like its slip. */
function pairChanged(matching: Matching): void {
  const { zh, en, pairs, taken, changed } = matching
  const met = pairs.size < zh.length && taken.size < en.length ? new Set([...taken].map(meaning)) : new Set()
  const isEcho = (a: Atom, b: Atom) => !sameThroughout(a, b) && met.has(meaning(b)) && !likeSlip(a.value, b.value)
  // 均为13%: what Chinese says twice and English once is no slip for something of another kind.
  const isRepeated = (a: Atom, b: Atom) => a.kind !== b.kind && met.has(meaning(a)) && !likeSlip(a.value, b.value)
  const score = (a: Atom, b: Atom) => (couldBeChanged(a, b) && !isEcho(a, b) && !isRepeated(a, b) ? kinship(a, b) : 0)
  for (const atom of pairLeftovers(matching, zh, score)) changed.add(atom)
}

/**
 * Pairs the atoms of two texts one to one. What is surest goes first, so that a small word elsewhere never explains
 * away a number that has a closer counterpart: whole dates, the same number in the same unit, the same number in a kind
 * that can mean it, the same in other words; then what is left over is paired as changed, and only after that may
 * "largest" stand for 第一 and "both" for 两.
 */
export function align(zh: readonly Atom[], en: readonly Atom[]): Alignment {
  const strong = en.filter((atom) => !isWeak(atom))
  const matching = newMatching(zh, strong)
  const hard = hardAtoms(zh)
  const queues = queuesByValue(strong)
  pairEqual(matching, zh, queues, sameDay)
  pairEqual(matching, hard, queues, sameThroughout)
  pairEqual(matching, zh, queues, sameThroughout)
  pairEqual(matching, hard, queues, sameValue)
  if (matching.pairs.size === zh.length) {
    rejoinDates(matching)
    return matching
  }
  pairShares(matching)
  const surely = otherwiseWhereNoUnitIsLeft(matching)
  pairLeftovers(matching, hard, surely)
  pairEqual(matching, zh, queues, sameValue)
  pairLeftovers(matching, zh, surely)
  rejoinDates(matching)
  pairChanged(matching)
  pairLeftovers(matching, zh, otherwise)
  if (strong.length < en.length) pairEqual(matching, zh, queuesByValue(en), sameValue)
  return matching
}
