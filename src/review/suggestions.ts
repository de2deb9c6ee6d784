import { diffArrays } from 'diff'
import { type Inline, plain } from '../model/inline.ts'
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

/** Most words put in and taken out that are told apart when a text is held to a suggestion: it runs at every edit. */
const mostEdits = 200

/**
 * Whether an edit takes over what a suggestion brought, whatever else it changes: the words are the suggestion's but for
 * white space; or three quarters of the words that the suggestion has new stand in the text where it has them, among half
 * of all its words at least, and there are more of them than before the edit. Marks and capitals make no other words.
 */
export function takesOver(before: Inline, { target, of }: Pick<Suggestion, 'target' | 'of'>, after: Inline): boolean {
  if (wordingOf(after) === wordingOf(target)) return true
  const words = lowerWords(target)
  const isNew = newPlaces(lowerWords(of.target), words)
  const brought = isNew.filter(Boolean).length
  if (brought === 0) return false
  const now = standing(words, isNew, lowerWords(after))
  if (now.brought < brought * 0.75 || now.all < words.length / 2) return false
  return now.brought > standing(words, isNew, lowerWords(before)).brought
}

function wordingOf(target: Inline): string {
  return plain(target).replace(/\s+/gu, ' ').trim()
}

function lowerWords(target: Inline): readonly string[] {
  return wordsOf([plain(target).toLowerCase()]).words
}

/** Of each word whether the text before does not have it there; of one that has too little in common, all. */
function newPlaces(before: readonly string[], words: readonly string[]): readonly boolean[] {
  const changes = diffArrays([...before], [...words], { maxEditLength: mostEdits })
  if (changes === undefined) return words.map(() => true)
  return changes.filter(({ removed }) => !removed).flatMap(({ added, value }) => value.map(() => added))
}

/** How many of the words of a suggestion stand in a text in their order, and how many of those that it brought. */
function standing(
  words: readonly string[],
  isNew: readonly boolean[],
  text: readonly string[],
): { readonly all: number; readonly brought: number } {
  const changes = diffArrays([...words], [...text], { maxEditLength: mostEdits }) ?? []
  let [place, all, brought] = [0, 0, 0]
  for (const { added, removed, value } of changes) {
    if (added) continue
    if (!removed) {
      all += value.length
      brought += isNew.slice(place, place + value.length).filter(Boolean).length
    }
    place += value.length
  }
  return { all, brought }
}
