import { comparable } from '../../language/text/fold.ts'
import type { CandidateEvent, Entry, TermEvent } from '../../model/event.ts'
import type { Role } from '../../model/people.ts'
import { refusalOfRoles } from '../../model/permissions.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { datePattern, type Rendering, type Term, termLists, termTexts } from '../../model/term.ts'

/** When and by whom a term was last changed; `count` is how many entries name it, 1 once it is added. */
export interface TermChange {
  readonly at: string
  readonly by: string
  readonly count: number
}

/** A form that was set aside: it is offered as a term no more until it is restored. */
export interface Dismissal {
  readonly form: string
  readonly at: string
  readonly by: string
}

/** The termbase as its entries have made it. A fold, never stored. */
export interface Termbase {
  /** By id, in the order in which they were added; retired ones are kept. */
  readonly terms: ReadonlyMap<string, Term>
  readonly changes: ReadonlyMap<string, TermChange>
  /** By the form folded, in the order in which they were set aside. */
  readonly dismissed: ReadonlyMap<string, Dismissal>
  /** Hash and sequence number of the last entry folded in; '' and 0 for none. */
  readonly head: string
  readonly sequence: number
}

/** A term as a person writes it. */
export type TermFields = Omit<Term, 'id'>

/** Folds the entries of the termbase's chain; events that are not about terms are passed over. */
export function foldTermbase(entries: readonly Entry[]): Termbase {
  const terms = new Map<string, Term>()
  const changes = new Map<string, TermChange>()
  const dismissed = new Map<string, Dismissal>()
  for (const { at, by, event } of entries) {
    if (event.type === 'candidate-dismissed') dismissed.set(comparable(event.form), { form: event.form, at, by })
    if (event.type === 'candidate-restored') dismissed.delete(comparable(event.form))
    if (event.type !== 'term-added' && event.type !== 'term-changed') continue
    const { term } = event
    terms.set(term.id, term)
    changes.set(term.id, { at, by, count: (changes.get(term.id)?.count ?? 0) + 1 })
  }
  const last = entries.at(-1)
  return { terms, changes, dismissed, head: last?.hash ?? '', sequence: last?.sequence ?? 0 }
}

/**
 * Adds a term. Anyone may propose one; only a terminologist adds one that is approved or retired from the start.
 * Refuses: `term-incomplete`, `authority-missing`, `term-duplicate` (`form`, and `term`, the id that has it),
 * `role-missing`.
 */
export function addTerm(
  termbase: Termbase,
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
 * Changes, approves or retires a term: a terminologist's right. `base` is the `count` of changes the term had when it
 * was read. An optional member that `fields` does not name stays as it was; an empty one goes. Refuses: `role-missing`,
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
  const term = tidy({ ...extrasOf(termbase.terms.get(id)), ...said(fields) }, id)
  return defectOf(term, ownersIn(termbase)) ?? { type: 'term-changed', v: 1, term }
}

/**
 * Sets a candidate aside. One that is set aside already stays so, and nothing happens. Refuses: `term-duplicate` where a
 * term in use has the form.
 */
export function dismissCandidate(termbase: Termbase, form: string): readonly CandidateEvent[] | Refusal {
  const words = single(form)
  const folded = comparable(words)
  for (const { id, source, status } of termbase.terms.values()) {
    if (status !== 'retired' && source.some((one) => comparable(one) === folded))
      return refuse('term-duplicate', { form: words, term: id })
  }
  return termbase.dismissed.has(folded) ? [] : [{ type: 'candidate-dismissed', v: 1, form: words }]
}

/** Offers a candidate again that was set aside; of any other nothing happens. */
export function restoreCandidate(termbase: Termbase, form: string): readonly CandidateEvent[] {
  const words = single(form)
  return termbase.dismissed.has(comparable(words)) ? [{ type: 'candidate-restored', v: 1, form: words }] : []
}

/**
 * White space and control characters made single spaces and trimmed, so that every format can carry the term; forms
 * that do not differ in the source (width, quotation marks) told once.
 */
export function tidy(fields: TermFields, id: string): Term {
  return {
    id,
    source: firsts(
      fields.source.map(single).filter((form) => comparable(form) !== ''),
      comparable,
    ),
    renderings: fields.renderings
      .map(({ text, status }) => ({ text: single(text), status }))
      .filter(({ text }) => text !== ''),
    status: fields.status,
    domain: single(fields.domain),
    note: fields.note.replace(/[^\P{Cc}\t\r\n]|[\uFFFE\uFFFF]/gu, '').trim(),
    authority: single(fields.authority),
    ...(fields.partOfSpeech === undefined ? {} : { partOfSpeech: fields.partOfSpeech }),
    ...Object.fromEntries(
      termTexts.map((name) => [name, single(fields[name] ?? '')] as const).filter(([, text]) => text !== ''),
    ),
    ...Object.fromEntries(
      termLists
        .map((name) => [name, firsts((fields[name] ?? []).map(single).filter(Boolean), (text) => text)] as const)
        .filter(([, texts]) => texts.length > 0),
    ),
  }
}

/** The optional members a term has. */
function extrasOf(term: Term | undefined): Partial<TermFields> {
  if (term === undefined) return {}
  const { id, source, renderings, status, domain, note, authority, ...extras } = term
  return extras
}

/** Fields without members that are there and undefined. */
function said(fields: TermFields): TermFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as TermFields
}

function single(text: string): string {
  return text.replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ').trim()
}

/** The items whose key was not there before. */
function firsts<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size)
}

/** The id of the term in use, other than `except`, that has a source form; forms as `comparable` writes them. */
export type OwnerOf = (form: string, except: string) => string | undefined

function ownersIn(termbase: Termbase): OwnerOf {
  return (form, except) => {
    for (const { id, status, source } of termbase.terms.values()) {
      if (id !== except && status !== 'retired' && source.some((own) => comparable(own) === form)) return id
    }
    return undefined
  }
}

/**
 * Why a term cannot stand: no source form, not exactly one preferred rendering, the same English under two statuses,
 * a date that is none, an approval that names no authority and its date, or a form that another term in use has.
 */
export function defectOf(term: Term, ownerOf: OwnerOf): Refusal | null {
  const preferred = term.renderings.filter(({ status }) => status === 'preferred').length
  if (term.source.length === 0 || preferred !== 1 || saysTwice(term.renderings)) return refuse('term-incomplete')
  if (term.authorityDate !== undefined && !datePattern.test(term.authorityDate)) return refuse('term-incomplete')
  if (term.status === 'approved' && !namesAuthority(term)) return refuse('authority-missing')
  if (term.status === 'retired') return null
  for (const form of term.source) {
    const owner = ownerOf(comparable(form), term.id)
    if (owner !== undefined) return refuse('term-duplicate', { form, term: owner })
  }
  return null
}

/** Whether a source is named that can be retrieved: its title and body in one text, and its date. */
export function namesAuthority({ authority, authorityDate }: Pick<TermFields, 'authority' | 'authorityDate'>): boolean {
  return authority.trim() !== '' && authorityDate !== undefined && datePattern.test(authorityDate.trim())
}

function saysTwice(renderings: readonly Rendering[]): boolean {
  return new Set(renderings.map(({ text }) => text)).size < renderings.length
}
