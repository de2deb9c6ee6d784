import type { SegmentState, Suggestion } from '../model/state.ts'
import { sameInline } from './text.ts'

/** The suggestions for a sentence that nobody has taken or left, the first made first. */
export function openSuggestions({ suggestions = [] }: Pick<SegmentState, 'suggestions'>): readonly Suggestion[] {
  return suggestions.filter(({ settled }) => settled === undefined)
}

/** Whether the sentence has changed since a suggestion was made for it. */
export function isStale({ of }: Suggestion, { source, target }: Pick<SegmentState, 'source' | 'target'>): boolean {
  return !sameInline(of.source, source) || !sameInline(of.target, target)
}
