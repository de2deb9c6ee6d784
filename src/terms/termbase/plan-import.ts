import { comparable } from '../../language/text/fold.ts'
import type { TermEvent } from '../../model/event.ts'
import type { Role } from '../../model/people.ts'
import { refusalOfRoles } from '../../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { type Rendering, type Term, type TermMember, termMembers } from '../../model/term.ts'
import type { IncomingRow, IncomingTerm } from '../../ports/glossary-row.ts'
import { authorised, defectOf, ownersIn } from './defects.ts'
import { type PlannedTermbase, planOn, type Termbase } from './termbase.ts'
import { type TermFields, tidy } from './tidy.ts'

/** The outcome of one row of the file. */
export type RowOutcome =
  /** `asProposed`: the file gives another status, which this person may not set. */
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
 * Plans the import of a glossary. A row belongs to the term with its id, else to the term that shares a Chinese form
 * with it (a term in use before a retired one); otherwise it is a new term. A row with the term's id replaces every
 * member that the file can carry, so an empty cell empties the member. A row with a shared form only adds: it removes
 * nothing, replaces the members it fills, and makes a preferred rendering that it displaces an admitted one.
 *
 * Anyone may add new terms, which become proposed whatever the file says. A terminologist's new terms keep their
 * status, and only a terminologist's rows change existing terms. Each resulting term satisfies the rules by itself. Rows
 * are refused with `role-missing`, `row-form-twice` (`form`, `at`), `row-two-terms` (`form`, `other`), and the refusals
 * of adding a term.
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

/** The same plan, made step by step. */
export function* planSteps(
  termbase: Termbase,
  incoming: readonly IncomingRow[],
  newId: () => string,
  roles: readonly Role[],
): Generator<void, ImportPlan> {
  const planned = planOn(termbase)
  const places = new Map<string, number>()
  const events: TermEvent[] = []
  const mayNotDecide = refusalOfRoles(roles, 'decide-term')

  function decide(row: IncomingTerm): RowOutcome | Refusal {
    const match = matchOf(row, planned.termbase)
    if (isRefusal(match)) return match
    const { term: before, byId } = match
    const { status } = row.fields
    if (before === null && status === 'retired' && mayNotDecide) return mayNotDecide
    const fields =
      before === null
        ? { ...row.fields, ...(mayNotDecide && { status: 'proposed' as const }) }
        : merged(before, row, byId)
    const after = authorised(tidy(fields, before?.id ?? newId()), before ?? undefined)
    const place = before === null ? undefined : places.get(before.id)
    if (place !== undefined) return refuse('row-form-twice', { form: row.fields.source[0] ?? '', at: String(place) })
    const members = before === null ? [] : changedMembers(before, after)
    if (before === null || members.length > 0) {
      if (before !== null && mayNotDecide) return mayNotDecide
      const defect = defectOf(after, ownersIn(planned.termbase), before ?? undefined)
      if (defect !== null) return defect
      planned.take(after)
      events.push({ type: before === null ? 'term-added' : 'term-changed', v: 1, term: after })
    }
    places.set(after.id, row.at)
    if (before === null) return { type: 'added', asProposed: status !== after.status }
    return members.length > 0 ? { type: 'changed', members } : { type: 'same' }
  }

  function plannedRow(row: IncomingRow): PlannedRow {
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
    rows.push(plannedRow(row))
    yield
  }
  return { events, rows }
}

/** The term that a row is about, by its id or else by its forms: those in use come before retired ones. */
function matchOf(
  row: IncomingTerm,
  { terms, forms: { claims } }: PlannedTermbase,
): { readonly term: Term | null; readonly byId: boolean } | Refusal {
  const named = terms.get(row.id)
  if (named !== undefined) return { term: named, byId: true }
  for (const isRetired of [false, true]) {
    const forms = new Map<string, string>()
    for (const form of row.fields.source) {
      const id = claims.get(comparable(form))?.findLast(({ term }) => (term.status === 'retired') === isRetired)
        ?.term.id
      if (id !== undefined && !forms.has(id)) forms.set(id, form)
    }
    const [[id, form] = ['', ''], second] = forms
    if (second !== undefined) return refuse('row-two-terms', { form, other: second[1] })
    const term = terms.get(id)
    if (term !== undefined) return { term, byId: false }
  }
  return { term: null, byId: false }
}

function merged({ id: _, ...before }: Term, { fields, carries }: IncomingTerm, byId: boolean): TermFields {
  const members = termMembers.filter((member) => member !== 'source' && member !== 'renderings')
  const empty = (member: TermMember) => (fields[member] ?? '').length === 0
  const taken = members.filter((member) => carries.has(member) && (byId || !empty(member)))
  return {
    ...before,
    ...Object.fromEntries(taken.map((member) => [member, fields[member]])),
    source: byId ? fields.source : [...before.source, ...fields.source],
    renderings: [...fields.renderings, ...remainingRenderings(before.renderings, fields.renderings, carries, byId)],
  }
}

/** The renderings of the term that remain beside those of the file. */
function remainingRenderings(
  before: readonly Rendering[],
  incoming: readonly Rendering[],
  carries: IncomingTerm['carries'],
  byId: boolean,
): readonly Rendering[] {
  const replacedTexts = new Set(incoming.map(({ text }) => text))
  return before
    .filter(({ text, status }) => !replacedTexts.has(text) && !(byId && carries.has(status)))
    .map(({ text, status }) => ({ text, status: status === 'preferred' ? 'admitted' : status }))
}

function changedMembers(before: Term, after: Term): readonly TermMember[] {
  return termMembers.filter((member) => comparableMember(before, member) !== comparableMember(after, member))
}

/** A member as text to compare; the order of renderings makes no difference. */
function comparableMember(term: Term, member: TermMember): string {
  if (member !== 'renderings') return JSON.stringify(term[member] ?? '')
  return JSON.stringify(term.renderings.map(({ text, status }) => [status, text]).sort())
}
