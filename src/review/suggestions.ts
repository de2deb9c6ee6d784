import { type Inline, plain } from '../model/inline.ts'
import { remembering } from '../model/remembering.ts'
import type { SegmentState, Suggestion } from '../model/state.ts'
import { wordsOf } from './authorship.ts'
import { sameInline } from './text.ts'

/** The suggestions for a sentence that nobody has taken or left, the first made first. */
export function openSuggestions({ suggestions = [] }: Pick<SegmentState, 'suggestions'>): readonly Suggestion[] {
  return suggestions.filter(({ settled }) => settled === undefined)
}

/** Whether the sentence has changed since a suggestion was made for it. */
export function isStale({ of }: Suggestion, { source, target }: Pick<SegmentState, 'source' | 'target'>): boolean {
  return !sameInline(of.source, source) || !sameInline(of.target, target)
}

/**
 * Whether an edit takes over what a suggestion brought, whatever else it changes: the words are the suggestion's but for
 * white space; or more of the neighbouring words that the suggestion has new stand in the text than before the edit, and
 * they are three quarters of them all, or a good part of them and three quarters of what is new in the text. Where the
 * sentence is no longer the one that the suggestion was made for, as after a split, any part is a good part. Marks and
 * capitals make no other words. It runs at every edit, at a cost that grows with the texts.
 */
export function takesOver(
  { source, target: before }: Pick<SegmentState, 'source' | 'target'>,
  suggestion: Pick<Suggestion, 'target' | 'of'>,
  after: Inline,
): boolean {
  if (wordingOf(after) === wordingOf(suggestion.target)) return true
  const brought = broughtBy(suggestion)
  const now = countIn(brought, neighboursIn(after))
  if (now <= countIn(brought, neighboursIn(before))) return false
  if (now >= brought.length * 0.75) return true
  const { of } = suggestion
  const least = sameInline(of.source, source) ? brought.length * goodPart : 0
  return now >= Math.max(least, leastAlike) && now >= newIn(after, of.target).length * 0.75
}

/** Two sentences may begin alike by chance. */
const goodPart = 0.4
/** Fewer neighbouring words are alike by chance. */
const leastAlike = 4

function wordingOf(target: Inline): string {
  return plain(target).replace(/\s+/gu, ' ').trim()
}

/** Two words that stand beside each other, in small letters. */
const neighboursIn = remembering((target: Inline): ReadonlySet<string> => {
  const { words } = wordsOf([plain(target).toLowerCase()])
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
})

const broughtBy = remembering(({ target, of }: Pick<Suggestion, 'target' | 'of'>) => newIn(target, of.target))

/** The neighbouring words that a text has and an earlier one has not. */
function newIn(target: Inline, earlier: Inline): readonly string[] {
  const before = neighboursIn(earlier)
  return [...neighboursIn(target)].filter((two) => !before.has(two))
}

function countIn(neighbours: readonly string[], text: ReadonlySet<string>): number {
  return neighbours.filter((two) => text.has(two)).length
}
