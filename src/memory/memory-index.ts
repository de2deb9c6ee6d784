import { hasHidden } from '../language/text/pattern.ts'
import { expectDefined } from '../model/expect.ts'
import type { MemoryPair } from '../model/match.ts'
import { type BigramIndex, createBigramIndex } from './bigrams.ts'
import { samePair } from './pairs.ts'
import { type ComparedText, comparedText } from './score.ts'

/** One source text and its pairs (their numbers, rising). `length` counts code points of `letters`. */
export interface SourceText extends ComparedText {
  readonly source: string
  readonly length: number
  readonly pairs: number[]
}

/** The content of a memory, in the orders needed for lookup. Pairs and texts are numbered by their places. */
export interface MemoryIndex {
  readonly pairs: MemoryPair[]
  /** Numbers of the pairs that were taken out. */
  readonly removed: Set<number>
  /** Numbers of the pairs that have characters which are dropped when texts are compared. */
  readonly withHidden: Set<number>
  readonly texts: SourceText[]
  readonly bySource: Map<string, SourceText>
  /** Numbers of the texts of a length. */
  readonly byLength: Map<number, number[]>
  readonly bigrams: BigramIndex
  /** The greatest length of a text. */
  longest: number
}

export function createMemoryIndex(): MemoryIndex {
  return {
    pairs: [],
    removed: new Set(),
    withHidden: new Set(),
    texts: [],
    bySource: new Map(),
    byLength: new Map(),
    bigrams: createBigramIndex(),
    longest: 0,
  }
}

/** Adds pairs, except those without source or target and those already present. */
export function addPairs(index: MemoryIndex, added: readonly MemoryPair[]): void {
  const { pairs } = index
  for (const pair of added) {
    if (pair.source === '' || pair.target === '') continue
    const text = textOf(index, pair.source)
    if (text.pairs.some((number) => samePair(expectDefined(pairs[number], 'a pair of the text'), pair))) continue
    const number = pairs.push(pair) - 1
    text.pairs.push(number)
    if (hasHidden(pair.source) || hasHidden(pair.target)) index.withHidden.add(number)
  }
}

/** Takes pairs out; those that are not held make no difference. Their texts stay, without pairs. */
export function removePairs({ pairs, removed, bySource }: MemoryIndex, lost: readonly MemoryPair[]): void {
  for (const pair of lost) {
    const text = bySource.get(pair.source)
    const place =
      text?.pairs.findIndex((number) => samePair(expectDefined(pairs[number], 'a pair of the text'), pair)) ?? -1
    if (place >= 0) for (const number of text?.pairs.splice(place, 1) ?? []) removed.add(number)
  }
}

function textOf(index: MemoryIndex, source: string): SourceText {
  const existing = index.bySource.get(source)
  if (existing) return existing
  const { letters, figures } = comparedText(source)
  const text: SourceText = { source, letters, figures, length: countCodePoints(letters), pairs: [] }
  const id = index.texts.push(text) - 1
  index.bySource.set(source, text)
  index.bigrams.add(id, letters)
  const ofSameLength = index.byLength.get(text.length)
  if (ofSameLength) ofSameLength.push(id)
  else index.byLength.set(text.length, [id])
  index.longest = Math.max(index.longest, text.length)
  return text
}

function countCodePoints(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    count++
    if (expectDefined(text.codePointAt(at), 'a code point') > 0xffff) at++
  }
  return count
}
