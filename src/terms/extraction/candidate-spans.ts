import { expectDefined } from '../../model/expect.ts'
import type { Repeats } from './repeats.ts'
import type { Run } from './runs.ts'
import { endingAt } from './score.ts'
import type { Side, Token } from './tokens.ts'
import { weights } from './weights.ts'

/** A stretch of a run that could be a term: tokens from `first` to before `end`, with the score of its neighbours. */
export interface CandidateSpan {
  readonly first: number
  readonly end: number
  readonly context: number
  readonly afterTitle: boolean
}

const longestForm = 20
/** Enough for any nested unit; bounds the work where every token is an edge. */
const endsPerStart = 8
/** Branching entropy, in bits, above which a repeated string shows an edge between unknown characters. */
const edgeEntropy = 1.5

/** Every span of a run between edges, of 2 to `longestForm` units, that no governing word interrupts. */
export function spansOf(
  text: string,
  run: Run,
  tokens: readonly Token[],
  start: number,
  repeats: Repeats,
): readonly CandidateSpan[] {
  const strength = (token: Token): number => {
    const at = start + token.from
    return Math.max(expectDefined(repeats.begins[at], 'an edge'), expectDefined(repeats.ends[at], 'an edge'))
  }
  const isEdge = (token: Token, at: number): boolean =>
    at === 0 ||
    token.type !== 'unknown' ||
    tokens[at - 1]?.type !== 'unknown' ||
    strength(token) > edgeEntropy ||
    endsName(text, run.from, token.from)
  const edges = [...tokens.map(isEdge), true]
  const spans: CandidateSpan[] = []
  for (const [first, opening] of tokens.entries()) {
    if (!edges[first] || opening.type === 'cut' || isSuffix(text, opening)) continue
    const before = first === 0 ? run.before : sideOf(text, expectDefined(tokens[first - 1], 'the token before'))
    const left = weights.before[before] + (before === 'unknown' ? weights.edge * strength(opening) : 0)
    let ends = 0
    for (let end = first + 1; end <= tokens.length && ends < endsPerStart; end++) {
      const { to, type } = expectDefined(tokens[end - 1], 'the last token')
      if (type === 'cut' || to - opening.from > longestForm) break
      if (!edges[end] || to - opening.from < 2) continue
      ends++
      const next = tokens[end]
      const after = next === undefined ? run.after : sideOf(text, next)
      const right = weights.after[after] + (next && after === 'unknown' ? weights.edge * strength(next) : 0)
      spans.push({ first, end, context: left + right, afterTitle: before === 'title' })
    }
  }
  return spans
}

/** Whether a character only ends words: a span that begins with it would split a word. */
function isSuffix(text: string, { from, type }: Token): boolean {
  return type === 'unknown' && '性型式们者率'.includes(text.charAt(from))
}

export function sideOf(text: string, { from, to, type }: Token): Side {
  if (type !== 'cut' || to - from !== 1) return type
  const word = text[from]
  return word === '的' || word === '等' ? word : type
}

/** Whether the name of a body or a place can end here. */
function endsName(text: string, from: number, to: number): boolean {
  const ending = endingAt(text, from, to)
  return ending !== null && (ending.type === 'body' || ending.type === 'place')
}
