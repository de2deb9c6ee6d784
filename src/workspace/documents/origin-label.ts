import type { Draft } from '../../model/draft.ts'

/** Where a draft came from, in words for people: the name of an engine, or of a memory and how well it matched. */
export function originLabel({ origin }: Draft): string {
  if (origin.type === 'machine') return origin.engine
  return origin.match === 'fuzzy' ? `${origin.source} (${origin.score}%)` : origin.source
}
