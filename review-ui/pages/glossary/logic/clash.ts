import { type TermMember, termMembers } from '../../../../src/model/term.ts'
import type { TermFields } from '../../../../src/terms/termbase/tidy.ts'
import { sameField } from './form.ts'

/** A field in which one's own version and the one saved meanwhile differ. */
export interface Clash {
  readonly field: TermMember
  /** Who changed it since both began: one alone settles it unless somebody says otherwise; both need a choice. */
  readonly changedBy: 'me' | 'them' | 'both'
}

export type Side = 'mine' | 'theirs'

export function clashesOf(before: TermFields, mine: TermFields, theirs: TermFields): readonly Clash[] {
  return termMembers
    .filter((field) => !sameField(mine, theirs, field))
    .map((field) => {
      const byMe = !sameField(before, mine, field)
      const byThem = !sameField(before, theirs, field)
      return { field, changedBy: byMe && byThem ? 'both' : byMe ? 'me' : 'them' }
    })
}

/** What is chosen before anybody chooses: whatever only one side changed stands; one's own where both did. */
export function firstChoice(clashes: readonly Clash[]): Readonly<Partial<Record<TermMember, Side>>> {
  return Object.fromEntries(
    clashes.map(({ field, changedBy }) => [field, changedBy === 'them' ? 'theirs' : 'mine'] as const),
  )
}

export function settled(
  mine: TermFields,
  theirs: TermFields,
  choice: Readonly<Partial<Record<TermMember, Side>>>,
): TermFields {
  const chosen = termMembers.map((field) => [field, (choice[field] === 'mine' ? mine : theirs)[field]] as const)
  // A member left out says nothing, like an empty one.
  // biome-ignore lint/plugin/no-cast: every member has the value that one of two terms has for it
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined)) as unknown as TermFields
}
