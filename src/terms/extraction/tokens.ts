import { expectDefined } from '../../model/expect.ts'
import type { Repeats } from './repeats.ts'
import type { Border, Run } from './runs.ts'
import { lexicon, type WordClass } from './word-classes.ts'

export type TokenType = WordClass | 'unknown'

/** What is beside a candidate: the border of its run, or the class of the next word; 的 and 等 are distinguished. */
export type Side = Border | TokenType | '的' | '等'

/** A known word in a run, or one unit (`unknown`) outside known words; Latin letters and digits in a row are one token. */
export interface Token {
  readonly from: number
  readonly to: number
  readonly type: TokenType
}

const longestWord = Math.max(...[...lexicon.keys()].map((word) => word.length))
const written = /[a-z0-9]+(?:[.+-][a-z0-9]+)*/y

/**
 * Cuts a run of a folded text into known words and unknown units, with as few unknown units and words as possible. A
 * word costs more if a string begins inside it that is repeated after many other neighbours (和平|顶山 beside
 * 和|平顶山). `start` is the offset of the text in the counted text.
 */
export function tokensOf(text: string, run: Run, start: number, repeats: Repeats): readonly Token[] {
  const length = run.to - run.from
  const cost = new Float32Array(length + 1).fill(Infinity)
  const step = new Int32Array(length + 1)
  cost[0] = 0
  const offer = (at: number, by: number, price: number): void => {
    const total = expectDefined(cost[at], 'a cost') + price
    if (total >= expectDefined(cost[at + by], 'a cost')) return
    cost[at + by] = total
    step[at + by] = by
  }
  for (let at = 0; at < length; ) {
    const from = run.from + at
    written.lastIndex = from
    const latin = Math.min(written.exec(text)?.[0].length ?? 0, length - at)
    if (latin > 0) {
      offer(at, latin, 1)
      at += latin
      continue
    }
    // An astral character is one character in two units.
    const units = expectDefined(text.codePointAt(from), 'a character') > 0xffff && at + 2 <= length ? 2 : 1
    offer(at, units, 1.3)
    for (let by = Math.min(longestWord, length - at); by > 0; by--) {
      if (!lexicon.has(text.slice(from, from + by))) continue
      offer(at, by, by === 1 ? 1.2 : 1 + crossed(repeats, start + from, by))
    }
    at += units
  }
  const tokens: Token[] = []
  let at = length
  while (at > 0) {
    const to = run.from + at
    at -= expectDefined(step[at], 'a step')
    const from = run.from + at
    const type = lexicon.get(text.slice(from, to)) ?? 'unknown'
    tokens.push({ from, to, type: type === 'link' && isBound(repeats, start + from) ? 'unknown' : type })
  }
  return tokens.reverse()
}

function crossed(repeats: Repeats, at: number, length: number): number {
  let entropy = 0
  for (let inner = 1; inner < length; inner++)
    entropy = Math.max(entropy, expectDefined(repeats.begins[at + inner], 'an edge'))
  return Math.min(0.6, entropy * 0.2)
}

/**
 * Whether a character that can be a conjunction is part of a word here: the string after it is repeated and seldom
 * occurs without it (和 in 和美, where 美乡 only follows 和).
 */
function isBound(repeats: Repeats, at: number): boolean {
  const three = repeats.frequency(at, 3)
  if (three >= 2 && three === repeats.frequency(at + 1, 2)) return true
  const two = repeats.frequency(at, 2)
  return two >= 3 && two >= 0.6 * repeats.frequency(at + 1, 1)
}
