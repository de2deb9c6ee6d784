import type { Draft } from '../../model/draft.ts'

/** The origin of a draft in words: the name of an engine, of a file, or of a memory with the score of the match. */
export function originLabel({ origin }: Draft): string {
  if (origin.type === 'machine') return origin.engine
  if (origin.type === 'file') return origin.filename
  return origin.match === 'fuzzy' ? `${origin.source} (${origin.score}%)` : origin.source
}
