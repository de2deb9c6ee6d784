import { abbreviatedScales, scales } from '../../language/english/numerals.ts'
import type { Rational } from '../../model/quantity.ts'
import { multiply, rational } from '../number/rational.ts'
import { wordAt } from './numeral-words.ts'

/** What a numeral says: five is cardinal, fifth ordinal, four fifths a fraction. */
export type NumeralForm = 'cardinal' | 'ordinal' | 'fraction'

/** A numeral read so far: it ends at `to`, and `scaled` says whether a scale such as million is in it. */
export interface NumeralValue {
  readonly to: number
  readonly value: Rational
  readonly form: NumeralForm
  readonly scaled: boolean
}

const spaceOrHyphen = /[ -]?/y

export function afterGap(text: string, at: number): number {
  spaceOrHyphen.lastIndex = at
  spaceOrHyphen.test(text)
  return spaceOrHyphen.lastIndex
}

const letter = /[a-z]/

function scaleAt(text: string, at: number): { to: number; scale: bigint } | undefined {
  const from = afterGap(text, at)
  const word = wordAt(text, from)
  if (word === undefined) return undefined
  const scale = scales.get(word) ?? abbreviatedScales.get(word)
  return scale === undefined ? undefined : { to: from + word.length, scale }
}

/** Takes in the scales that follow: million, thousand million, and `m` where the caller knows it is not meters. */
export function withScales(text: string, value: NumeralValue, millions: boolean): NumeralValue {
  let result = value
  for (let count = 0; count < 2; count += 1) {
    const scale = scaleAt(text, result.to)
    if (scale !== undefined)
      result = { ...result, to: scale.to, value: multiply(result.value, rational(scale.scale)), scaled: true }
    else if (millions && text.charAt(result.to) === 'm' && !letter.test(text.charAt(result.to + 1))) {
      return { ...result, to: result.to + 1, value: multiply(result.value, rational(1000000n)), scaled: true }
    } else break
  }
  return result
}
