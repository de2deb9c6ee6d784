import { familyLength } from '../../language/chinese/surnames.ts'
import { expectDefined } from '../../model/expect.ts'
import type { BackgroundStatistics } from './background.ts'
import { sideOf } from './candidate-spans.ts'
import type { Layout, Run } from './runs.ts'
import { shapeScore } from './score.ts'
import type { Token } from './tokens.ts'
import { weights } from './weights.ts'

/** A candidate that contains marks: its offsets in the text, and its evidence. */
export interface Composite {
  readonly from: number
  readonly to: number
  readonly score: number
}

type Read = (run: Run) => readonly Token[]

/** Quoted strings with the words they qualify (“双核”共同体), parallel lists, and slogans whose halves a space separates. */
export function compositesOf(
  text: string,
  layout: Layout,
  read: Read,
  background: BackgroundStatistics,
): readonly Composite[] {
  return [...quoted(text, layout, read, background), ...lists(text, layout.runs, read)]
}

/** Marks of a sentence: a quotation with one of them inside is speech, not a name. */
const sentence = /[,;:!?。]/
const longestQualifier = 8
const longestQualified = 10

function* quoted(text: string, layout: Layout, read: Read, background: BackgroundStatistics): Generator<Composite> {
  const runAt = new Map(layout.runs.map((run) => [run.from, run] as const))
  for (const { from, to } of layout.quotes) {
    const words = text.slice(from, to)
    if (sentence.test(words) || words.trim().length === 0) continue
    if (words.trim().length > 1 && /\p{Script=Han}|\+/u.test(words)) yield { from, to, score: weights.quoted }
    const next = runAt.get(to + 1)
    if (next === undefined || to - from > longestQualifier) continue
    const tokens = read(next)
    for (const [at, token] of tokens.entries()) {
      if (token.type === 'cut' || token.type === 'link' || token.to - next.from > longestQualified) break
      const following = tokens[at + 1]
      if (token.type === 'unknown' && following?.type === 'unknown') continue
      const after = weights.after[following === undefined ? next.after : sideOf(text, following)]
      const shape = shapeScore(text, tokens.slice(0, at + 1), background)
      yield { from: from - 1, to: token.to, score: weights.qualified + shape + after }
    }
  }
}

const mostItems = 8
const longestItem = 12

function* lists(text: string, runs: readonly Run[], read: Read): Generator<Composite> {
  for (let first = 0; first < runs.length; first++) {
    const mark = runs[first]?.after
    if (mark !== 'list' && mark !== 'space') continue
    let last = first
    for (let run = runs[last]; run?.after === mark && runs[last + 1]?.from === run.to + 1; run = runs[last]) last++
    if (last > first && last - first < mostItems) {
      const list = trimmed(text, runs.slice(first, last + 1), read)
      if (list !== null) yield { ...list, score: mark === 'list' ? weights.list : weights.spaced }
    }
    first = Math.max(first, last - 1)
  }
}

/**
 * The list without the words before its first item and after its last one; where items have one length, the length
 * shows where the outer items begin and end. Null if the items are not parallel (neither one length nor one ending) and
 * for lists of people's names.
 */
function trimmed(text: string, runs: readonly Run[], read: Read): { from: number; to: number } | null {
  const head = expectDefined(runs[0], 'the first item')
  const tail = expectDefined(runs.at(-1), 'the last item')
  const [opening, closing] = [read(head), read(tail)]
  let from = opening.findLast(({ type }) => type === 'cut')?.to ?? head.from
  let to = closing.find(({ type }) => type === 'cut')?.from ?? tail.to
  const model = modelLength(runs, from, to)
  if (model > 0 && head.to - from > model && opening.some((token) => token.from === head.to - model))
    from = head.to - model
  if (model > 0 && to - tail.from > model && closing.some((token) => token.to === tail.from + model))
    to = tail.from + model
  const items = text.slice(from, to).split(/[、\s]/)
  const [firstItem = ''] = items
  if (items.some((item) => item.length < 2 || item.length > longestItem)) return null
  if (items.every((item) => item.length <= 3 && familyLength(item) > 0)) return null
  const parallel =
    items.every((item) => item.length === firstItem.length) || items.every((item) => item.at(-1) === firstItem.at(-1))
  return parallel ? { from, to } : null
}

function modelLength(runs: readonly Run[], from: number, to: number): number {
  const [head, second] = runs
  const tail = runs.at(-1)
  if (head === undefined || second === undefined || tail === undefined) return 0
  if (runs.length > 2) return second.to - second.from
  if (from === head.from) return head.to - head.from
  return to === tail.to ? tail.to - tail.from : 0
}
