import { expectDefined } from '../../model/expect.ts'
import { type BackgroundStatistics, commonness } from './background.ts'
import { type Ending, endingMorphemes } from './endings.ts'
import type { Repeats } from './repeats.ts'
import type { Token, TokenType } from './tokens.ts'
import { weights } from './weights.ts'

const longestEnding = Math.max(...[...endingMorphemes.keys()].map((ending) => ending.length))

/** The longest ending of a text up to `to` that has something before it. */
export function endingAt(
  text: string,
  from: number,
  to: number,
): { readonly type: Ending; readonly length: number } | null {
  for (let length = Math.min(longestEnding, to - from - 1); length > 0; length--) {
    const type = endingMorphemes.get(text.slice(to - length, to))
    if (type !== undefined) return { type, length }
  }
  return null
}

function lengthClass(length: number): number {
  if (length <= 4) return Math.max(0, length - 2)
  if (length <= 6) return 3
  if (length <= 9) return 4
  return length <= 12 ? 5 : 6
}

/** The score of a form by itself: its length, the classes of its words, its ending and its commonness elsewhere. */
export function shapeScore(text: string, tokens: readonly Token[], background: BackgroundStatistics): number {
  const first = expectDefined(tokens[0], 'the first token')
  const last = expectDefined(tokens.at(-1), 'the last token')
  const form = text.slice(first.from, last.to)
  let score = weights.length[lengthClass(form.length)] ?? 0
  score += weights.first[first.type] + weights.last[last.type]
  const ending = endingAt(text, first.from, last.to)
  if (ending !== null) score += weights.ending[ending.type] + (ending.length > 1 ? weights.longEnding : 0)
  let unknown = 0
  for (const [at, { type, from, to }] of tokens.entries()) {
    if (type === 'unknown') unknown += to - from
    if (at > 0 && at < tokens.length - 1) score += weights.inside[type]
  }
  score += weights.unknownShare * (unknown / form.length)
  if (tokens.length === 1) score += wordScore(first.type)
  else if (last.to - last.from === 1 && adjectives.has(text.charAt(last.from))) score += weights.adjective
  if (/[a-z0-9]/.test(form)) score += weights.written
  return score + weights.common * commonness(form, background)
}

const adjectives = new Set('大高多低少小快强弱深浅长短猛重轻')

/** The score of a known word alone: an office or a place may be a term, another word is not. */
function wordScore(type: TokenType): number {
  const names: readonly TokenType[] = ['title', 'place', 'unknown']
  return names.includes(type) ? (type === 'title' ? weights.titleAlone : 0) : weights.wordAlone
}

/** Where a form first occurs in the counted text, how often it is a candidate, and its neighbours on each side. */
export interface Met {
  readonly at: number
  readonly length: number
  readonly count: number
  readonly sides?: { readonly before: ReadonlyMap<number, number>; readonly after: ReadonlyMap<number, number> }
}

/**
 * The score by repetition: C-value (K. Frantzi, S. Ananiadou and H. Mima, "Automatic recognition of multi-word terms",
 * IJDL 3, 2000) with the most frequent longer string in place of their mean; branching entropy of both sides; and
 * cohesion: the pointwise mutual information, in bits, of the two parts at the weakest split.
 */
export function repetitionScore({ at, length, count, sides }: Met, repeats: Repeats): number {
  if (length > repeats.longest) return 0
  const frequency = repeats.frequency(at, length)
  let weakest = Infinity
  for (let part = 1; part < length; part++) {
    const apart = repeats.frequency(at, part) * repeats.frequency(at + part, length - part)
    weakest = Math.min(weakest, Math.log2((frequency * repeats.size) / apart))
  }
  const cohesion = weights.cohesion * (weakest - 8)
  if (count < 2 || frequency < 2 || sides === undefined) return cohesion
  const longer = Math.max(repeats.frequency(at - 1, length + 1), repeats.frequency(at, length + 1))
  const nested = longer > 1 ? longer : 0
  const value = Math.log2(length) * (frequency - nested)
  return (
    cohesion +
    weights.value * Math.log2(1 + value) +
    (nested === frequency ? weights.partOnly : 0) +
    weights.entropy * Math.min(3, entropyOf(sides.before, count), entropyOf(sides.after, count))
  )
}

/** Entropy, in bits, of the units on one side; a border (0) counts as a different neighbour each time. */
function entropyOf(met: ReadonlyMap<number, number>, count: number): number {
  let bits = 0
  for (const [unit, times] of met) bits -= (times / count) * Math.log2(unit === 0 ? 1 / count : times / count)
  return bits
}
