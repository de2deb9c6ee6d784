import { order, rational } from '../number/rational.ts'
import { type Atom, asRatio } from './atoms.ts'
import { type Matching, pair } from './matching.ts'

/** The words after the part of a share: one in five, nine out of ten, 3 per 10,000. */
const shareWords: ReadonlySet<string | undefined> = new Set(['in', 'out', 'per'])

/** Each share that the English says with two numbers, part and whole, by its value. */
function sharesOf({ en, taken }: Matching): ReadonlyMap<string, readonly [part: Atom, whole: Atom]> {
  const shares = new Map<string, readonly [Atom, Atom]>()
  for (const [index, part] of en.entries()) {
    const whole = en[index + 1]
    if (whole === undefined || !shareWords.has(part.quantity.counted)) continue
    if (part.kind !== 'count' || whole.kind !== 'count' || taken.has(part) || taken.has(whole)) continue
    if (order(part.value, whole.value) >= 0) continue
    const share = rational(
      part.value.numerator * whole.value.denominator,
      part.value.denominator * whole.value.numerator,
    )
    shares.set(`${share.numerator}/${share.denominator}`, [part, whole])
  }
  return shares
}

/** 五分之一 as "one in five", 九成 as "nine out of ten": English has one number for the part and one for the whole. */
export function pairShares(matching: Matching): void {
  const shares = sharesOf(matching)
  if (shares.size === 0) return
  const { zh, pairs, taken, joined } = matching
  for (const atom of zh) {
    const ratio = pairs.has(atom) ? undefined : asRatio(atom)
    const share = ratio === undefined ? undefined : shares.get(`${ratio.numerator}/${ratio.denominator}`)
    if (share === undefined || taken.has(share[0]) || taken.has(share[1])) continue
    pair(matching, atom, share[0])
    taken.add(share[1])
    joined.add(share[1].quantity)
  }
}
