import { namesOf } from './names.ts'
import type { Act } from './permissions.ts'

/**
 * What is done to many segments at once, and what one has to be allowed for it; the rules decide on each segment. `approve`
 * is revising or accepting, whichever is the person's part: whoever does not review may accept what was made of their words.
 */
export const actOfMany = {
  translate: 'translate',
  approve: 'accept',
  return: 'return',
  reopen: 'reopen',
  'discard-draft': 'discard-draft',
  'copy-source': 'copy-source',
} as const satisfies Readonly<Record<string, Act>>
export type ManyAct = keyof typeof actOfMany
export const manyActs: readonly ManyAct[] = namesOf(actOfMany)
