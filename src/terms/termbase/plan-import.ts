import { comparable } from '../../language/text/fold.ts'
import type { TermEvent } from '../../model/event.ts'
import type { Role } from '../../model/people.ts'
import { refusalOfRoles } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { type Rendering, type Term, type TermMember, termMembers } from '../../model/term.ts'
import type { IncomingRow, IncomingTerm } from '../../ports/glossary-row.ts'
import { defectOf, type Termbase, type TermFields, tidy } from './termbase.ts'

/** What becomes of a row of the file. */
export type RowOutcome =
  /** `asProposed`: the file has it under another status, which is not this person's to give. */
  | { readonly type: 'added'; readonly asProposed: boolean }
  | { readonly type: 'changed'; readonly members: readonly TermMember[] }
  | { readonly type: 'same' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export interface PlannedRow {
  readonly at: number
  /** The first Chinese form. */
  readonly form: string
  readonly outcome: RowOutcome
}

export interface ImportPlan {
  readonly events: readonly TermEvent[]
  readonly rows: readonly PlannedRow[]
}

/**
 * What taking a glossary in would do. A row is of the term whose id it has, else of the one it shares a Chinese form
 * with, one in use before a retired one; any other is new. By its id the row *is* the term, as far as the file has a
 * place for it: what it leaves empty is emptied. By a form it adds to the term: nothing is taken away, what is said is
 * said anew, and a preferred rendering that gives way is admitted.
 *
 * Anyone may bring new terms, which are proposed whatever the file says; a terminologist's keep their status, and only
 * a terminologist's change what is there. Each term that comes of it can stand by itself. Rows refused: `role-missing`,
 * `row-form-twice` (`form`, `at`), `row-two-terms` (`form`, `other`), and what adding a term refuses.
 */
export function planImport(
  termbase: Termbase,
  incoming: readonly IncomingRow[],
  newId: () => string,
  roles: readonly Role[],
): ImportPlan {
  const work = planSteps(termbase, incoming, newId, roles)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** The same step by step. */
export function* planSteps(
  termbase: Termbase,
  incoming: readonly IncomingRow[],
  newId: () => string,
  roles: readonly Role[],
): Generator<void, ImportPlan> {
  const terms = new Map(termbase.terms)
  const owners = yield* ownersOf(terms.values())
  const places = new Map<string, number>()
  const events: TermEvent[] = []
  const undecided = refusalOfRoles(roles, 'decide-term')

  function found(row: IncomingTerm): { readonly term: Term | null; readonly byId: boolean } | Refusal {
    const named = terms.get(row.id)
    if (named !== undefined) return { term: named, byId: true }
    for (const owner of [owners.inUse, owners.retired]) {
      const forms = new Map<string, string>()
      for (const form of row.fields.source) {
        const id = owner.get(comparable(form))
        if (id !== undefined && !forms.has(id)) forms.set(id, form)
      }
      const [[id, form] = ['', ''], second] = forms
      if (second !== undefined) return refuse('row-two-terms', { form, other: second[1] })
      const term = terms.get(id)
      if (term !== undefined) return { term, byId: false }
    }
    return { term: null, byId: false }
  }

  function decide(row: IncomingTerm): RowOutcome | Refusal {
    const match = found(row)
    if (isRefusal(match)) return match
    const { term: before, byId } = match
    const { status } = row.fields
    if (before === null && status === 'retired' && undecided) return undecided
    const fields = before === null ? { ...row.fields, ...(undecided && { status: 'proposed' as const }) } : null
    const after = tidy(fields ?? merged(before as Term, row, byId), before?.id ?? newId())
    const place = before === null ? undefined : places.get(before.id)
    if (place !== undefined) return refuse('row-form-twice', { form: row.fields.source[0] ?? '', at: String(place) })
    const members = before === null ? [] : changedMembers(before, after)
    if (before === null || members.length > 0) {
      if (before !== null && undecided) return undecided
      const defect = defectOf(after, (form, except) => {
        const id = owners.inUse.get(form)
        return id === except ? undefined : id
      })
      if (defect !== null) return defect
      if (before !== null) owners.forget(before)
      owners.note(after)
      terms.set(after.id, after)
      events.push({ type: before === null ? 'term-added' : 'term-changed', v: 1, term: after })
    }
    places.set(after.id, row.at)
    if (before === null) return { type: 'added', asProposed: status !== after.status }
    return members.length > 0 ? { type: 'changed', members } : { type: 'same' }
  }

  function planned(row: IncomingRow): PlannedRow {
    if (row.type === 'unread') {
      return { at: row.at, form: row.form, outcome: { type: 'refused', refusal: row.refusal } }
    }
    const outcome = decide(row)
    return {
      at: row.at,
      form: row.fields.source[0] ?? '',
      outcome: isRefusal(outcome) ? { type: 'refused', refusal: outcome } : outcome,
    }
  }

  const rows: PlannedRow[] = []
  for (const row of incoming) {
    rows.push(planned(row))
    yield
  }
  return { events, rows }
}

/** Which term has a source form, folded: of those in use at most one, of the retired the last. */
function* ownersOf(terms: Iterable<Term>) {
  const inUse = new Map<string, string>()
  const retired = new Map<string, string>()
  const shelf = ({ status }: Term) => (status === 'retired' ? retired : inUse)
  const note = (term: Term) => {
    for (const form of term.source) shelf(term).set(comparable(form), term.id)
  }
  const forget = (term: Term) => {
    for (const form of term.source.map(comparable)) if (shelf(term).get(form) === term.id) shelf(term).delete(form)
  }
  for (const term of terms) {
    note(term)
    yield
  }
  return { inUse, retired, note, forget }
}

function merged({ id: _, ...before }: Term, { fields, carries }: IncomingTerm, byId: boolean): TermFields {
  const members = termMembers.filter((member) => member !== 'source' && member !== 'renderings')
  const empty = (member: TermMember) => (fields[member] ?? '').length === 0
  const taken = members.filter((member) => carries.has(member) && (byId || !empty(member)))
  return {
    ...before,
    ...Object.fromEntries(taken.map((member) => [member, fields[member]])),
    source: byId ? fields.source : [...before.source, ...fields.source],
    renderings: [...fields.renderings, ...kept(before.renderings, fields.renderings, carries, byId)],
  }
}

/** The renderings that stay beside those of the file. */
function kept(
  before: readonly Rendering[],
  said: readonly Rendering[],
  carries: IncomingTerm['carries'],
  byId: boolean,
): readonly Rendering[] {
  const anew = new Set(said.map(({ text }) => text))
  return before
    .filter(({ text, status }) => !anew.has(text) && !(byId && carries.has(status)))
    .map(({ text, status }) => ({ text, status: status === 'preferred' ? 'admitted' : status }))
}

function changedMembers(before: Term, after: Term): readonly TermMember[] {
  return termMembers.filter((member) => told(before, member) !== told(after, member))
}

/** Renderings say the same in any order. */
function told(term: Term, member: TermMember): string {
  if (member !== 'renderings') return JSON.stringify(term[member] ?? '')
  return JSON.stringify(term.renderings.map(({ text, status }) => [status, text]).sort())
}
