import { comparable } from '../../language/text/fold.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { CandidateEvent, TermEvent } from '../../model/event.ts'
import type { Role } from '../../model/people.ts'
import { refusalOfRoles } from '../../model/permissions.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { authorised, defectOf, ownersIn } from './defects.ts'
import type { PlannedTermbase, Termbase } from './termbase.ts'
import { single, type TermFields, tidy } from './tidy.ts'

/**
 * Adds a term. Anyone may propose one; only a terminologist adds one that is approved or retired from the start.
 * Refuses: `term-incomplete`, `authority-missing`, `term-duplicate` (`form`, and `term`, the id that has it),
 * `role-missing`.
 */
export function addTerm(
  termbase: PlannedTermbase,
  fields: TermFields,
  id: string,
  roles: readonly Role[] = [],
): TermEvent | Refusal {
  const refusal = fields.status === 'proposed' ? null : refusalOfRoles(roles, 'decide-term')
  if (refusal) return refusal
  const term = tidy(fields, id)
  return defectOf(term, ownersIn(termbase)) ?? { type: 'term-added', v: 1, term }
}

/**
 * Changes, approves or retires a term, which needs a terminologist. An approved term that then says something else under
 * the same authority is proposed again. `base` is the `count` of changes when the term was read. An optional member that `fields` omits stays; an empty one is removed. Refuses: `role-missing`,
 * `term-unknown`, `term-changed`, `term-incomplete`, `authority-missing`, `term-duplicate`.
 */
export function changeTerm(
  termbase: Termbase,
  id: string,
  base: number,
  fields: TermFields,
  roles: readonly Role[],
): TermEvent | Refusal {
  const refusal = refusalOfRoles(roles, 'decide-term')
  if (refusal) return refusal
  const change = termbase.changes.get(id)
  if (change === undefined) return refuse('term-unknown', { term: id })
  if (change.count !== base) return refuse('term-changed', { by: change.by, at: change.at })
  const before = termbase.terms.get(id)
  const term = authorised(tidy({ ...extrasOf(before), ...withoutUndefined(fields) }, id), before)
  return defectOf(term, ownersIn(termbase), before) ?? { type: 'term-changed', v: 1, term }
}

/**
 * Dismisses a candidate; gives no event if it is dismissed already. Refuses: `term-duplicate` if a term in use has the
 * form.
 */
export function dismissCandidate(termbase: Termbase, form: string): readonly CandidateEvent[] | Refusal {
  const words = single(form)
  const folded = comparable(words)
  const owner = ownersIn(termbase)(folded, '')
  if (owner !== undefined) return refuse('term-duplicate', { form: words, term: owner })
  if (termbase.dismissed.has(folded)) return []
  const most = countLimits.dismissedForms
  if (termbase.dismissed.size >= most) return refuse('terms-too-many', { most: String(most) })
  return [{ type: 'candidate-dismissed', v: 1, form: words }]
}

/** Restores a dismissed candidate; gives no event for any other form. */
export function restoreCandidate(termbase: Termbase, form: string): readonly CandidateEvent[] {
  const words = single(form)
  return termbase.dismissed.has(comparable(words)) ? [{ type: 'candidate-restored', v: 1, form: words }] : []
}

/** The optional members of a term. */
function extrasOf(term: Term | undefined): Partial<TermFields> {
  if (term === undefined) return {}
  const { id, source, renderings, status, domain, note, authority, ...extras } = term
  return extras
}

/** The fields without members whose value is undefined. */
function withoutUndefined(fields: TermFields): TermFields {
  // biome-ignore lint/plugin/no-cast: only members that may be absent may be undefined
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as TermFields
}
