import { Map as PersistentMap, OrderedMap as PersistentOrderedMap } from 'immutable'
import { comparable } from '../../language/text/fold.ts'
import { countLimits } from '../../model/count-limits.ts'
import type { CandidateEvent, Entry, TermEvent } from '../../model/event.ts'
import type { Role } from '../../model/people.ts'
import { refusalOfRoles } from '../../model/permissions.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import { datePattern, type Rendering, type Term, termLists, termTexts } from '../../model/term.ts'
import { createFormTree, type FormTree } from '../recognition/form-tree.ts'
import { type Claim, changedClaims } from '../recognition/term-forms.ts'
import { defectivePart, sameAuthority, saysOtherwise } from './authority.ts'
import { wordsOfTerm } from './words.ts'

/**
 * When and by whom a term was last changed; `count` is the number of entries about it, 1 after it was added. `place` is
 * the sequence number of the entry that added it: terms stand in this order.
 */
export interface TermChange {
  readonly at: string
  readonly by: string
  readonly count: number
  readonly place: number
}

/** A form that was dismissed: it is not offered as a candidate until it is restored. */
export interface Dismissal {
  readonly form: string
  readonly at: string
  readonly by: string
}

/**
 * The termbase that its entries produce. A fold, never stored; its maps are persistent, so that one more entry costs the
 * entry and a state stays what it is.
 */
export interface Termbase {
  /** By id, in the order in which they were added, retired terms included. */
  readonly terms: PersistentOrderedMap<string, Term>
  readonly changes: PersistentMap<string, TermChange>
  readonly forms: { readonly tree: FormTree; readonly claims: PersistentMap<string, readonly Claim[]> }
  /** How many terms in use have each word in a rendering that is not forbidden. */
  readonly words: PersistentMap<string, number>
  /** By the folded form, in the order in which they were dismissed. */
  readonly dismissed: PersistentOrderedMap<string, Dismissal>
  /** Hash and sequence number of the last entry folded; '' and 0 if there is none. */
  readonly head: string
  readonly sequence: number
}

/** A term as a person writes it. */
export type TermFields = Omit<Term, 'id'>

/** A termbase without entries. */
export function emptyTermbase(): Termbase {
  return {
    terms: PersistentOrderedMap(),
    changes: PersistentMap(),
    forms: { tree: createFormTree(), claims: PersistentMap() },
    words: PersistentMap(),
    dismissed: PersistentOrderedMap(),
    head: '',
    sequence: 0,
  }
}

/** Folds entries of the termbase's chain, those after `before`; skips events that are not about terms. */
export function foldTermbase(entries: readonly Entry[], before: Termbase = emptyTermbase()): Termbase {
  return atOnce(foldTermbaseSteps(entries, before))
}

/** The same step by step. Meanwhile its maps are changed in place: no state in between is anybody's. */
export function* foldTermbaseSteps(entries: readonly Entry[], before: Termbase = emptyTermbase()): Steps<Termbase> {
  let state = withMaps(before, asMutable)
  for (const entry of entries) {
    state = advance(state, entry)
    yield
  }
  return withMaps(state, asImmutable)
}

interface Changeable {
  asMutable(): this
  asImmutable(): this
}
const asMutable = <M extends Changeable>(map: M): M => map.asMutable()
const asImmutable = <M extends Changeable>(map: M): M => map.asImmutable()

function withMaps(termbase: Termbase, change: <M extends Changeable>(map: M) => M): Termbase {
  const { terms, changes, forms, words, dismissed } = termbase
  return {
    ...termbase,
    terms: change(terms),
    changes: change(changes),
    forms: { ...forms, claims: change(forms.claims) },
    words: change(words),
    dismissed: change(dismissed),
  }
}

function advance(termbase: Termbase, { at, by, event, hash, sequence }: Entry): Termbase {
  const state = { ...termbase, head: hash, sequence }
  switch (event.type) {
    case 'candidate-dismissed':
      return {
        ...state,
        dismissed: state.dismissed.set(comparable(event.form), { form: event.form, at, by }),
      }
    case 'candidate-restored':
      return { ...state, dismissed: state.dismissed.delete(comparable(event.form)) }
    case 'term-added':
    case 'term-changed': {
      const { id } = event.term
      const { count, place } = state.changes.get(id) ?? { count: 0, place: sequence }
      const changes = state.changes.set(id, { at, by, count: count + 1, place })
      return { ...withTerm(state, event.term, sequence), changes }
    }
    default:
      return state
  }
}

/** The termbase with another version of a term, or with one more, which the entry with this sequence number adds. */
function withTerm(termbase: Termbase, term: Term, sequence: number): Termbase {
  const before = termbase.terms.get(term.id)
  let { words } = termbase
  for (const word of before === undefined ? [] : wordsOfTerm(before)) {
    const count = (words.get(word) ?? 0) - 1
    words = count > 0 ? words.set(word, count) : words.delete(word)
  }
  for (const word of wordsOfTerm(term)) words = words.set(word, (words.get(word) ?? 0) + 1)
  return { ...withForms(termbase, term, sequence), words }
}

/** The same without the words of the renderings, which none of the rules asks for. */
function withForms<T extends PlannedTermbase>(termbase: T, term: Term, sequence: number): T {
  const before = termbase.terms.get(term.id)
  const place = termbase.changes.get(term.id)?.place ?? sequence
  const { tree } = termbase.forms
  let { claims } = termbase.forms
  for (const [form, claimed] of changedClaims(claims, before, term, place)) {
    tree.add(form)
    claims = claimed.length === 0 ? claims.delete(form) : claims.set(form, claimed)
  }
  return { ...termbase, terms: termbase.terms.set(term.id, term), forms: { tree, claims } }
}

/** What the rules ask of a termbase. */
export type PlannedTermbase = Pick<Termbase, 'terms' | 'changes' | 'forms'>

/** A termbase to plan many changes on, each by what the changes before it have made. */
export interface Planning {
  readonly termbase: PlannedTermbase
  /** Takes a version of a term that is planned into the plan. */
  take(term: Term): void
}

/** Its maps are changed in place, which saves copies that nobody will look at; `termbase` stays what it is. */
export function planOn(termbase: Termbase): Planning {
  const { terms, changes, forms } = withMaps(termbase, asMutable)
  let planned: PlannedTermbase = { terms, changes, forms }
  let sequence = termbase.sequence
  return {
    get termbase() {
      return planned
    },
    take(term) {
      sequence += 1
      planned = withForms(planned, term, sequence)
    },
  }
}

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

/**
 * Normalises a term: replaces white space and control characters by single spaces and trims, so that every format can
 * carry the term; removes source forms that differ only in width or quotation marks from an earlier one.
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

function single(text: string): string {
  return text.replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ').trim()
}

/** The first item for each key. */
function firsts<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size)
}

/** The id of the term in use, other than `except`, with this source form; forms as `comparable` writes them. */
export type OwnerOf = (form: string, except: string) => string | undefined

export function ownersIn({ forms: { claims } }: Pick<Termbase, 'forms'>): OwnerOf {
  return (form, except) =>
    claims.get(form)?.find(({ term: { id, status } }) => id !== except && status !== 'retired')?.term.id
}

/**
 * Why a term is not valid: no source form, not exactly one preferred rendering, the same English under two statuses,
 * a malformed date, an approval without an authority in all its parts, or a form that another term in use has. A term
 * that was approved before, by the authority it still names, stays so.
 */
export function defectOf(term: Term, ownerOf: OwnerOf, before?: Term): Refusal | null {
  const preferred = term.renderings.filter(({ status }) => status === 'preferred').length
  if (term.source.length === 0 || preferred !== 1 || saysTwice(term.renderings)) return refuse('term-incomplete')
  if (term.authorityDate !== undefined && !datePattern.test(term.authorityDate)) return refuse('term-incomplete')
  const stays = before?.status === 'approved' && sameAuthority(before, term)
  const defect = term.status === 'approved' && !stays ? authorityDefect(term) : null
  if (defect !== null) return defect
  if (term.status === 'retired') return null
  for (const form of term.source) {
    const owner = ownerOf(comparable(form), term.id)
    if (owner !== undefined) return refuse('term-duplicate', { form, term: owner })
  }
  return null
}

/** The term as it may stand after a change: approved English is not replaced under an authority that did not name it. */
export function authorised(term: Term, before: Term | undefined): Term {
  const replaced = before?.status === 'approved' && sameAuthority(before, term) && saysOtherwise(before, term)
  return replaced && term.status === 'approved' ? { ...term, status: 'proposed' } : term
}

const partRefusals = {
  authority: 'authority-title',
  authorityBody: 'authority-body',
  authorityDate: 'authority-missing',
  authorityPlace: 'authority-place',
} as const

function authorityDefect(term: Term): Refusal | null {
  if (term.authority === '' && term.authorityDate === undefined) return refuse('authority-missing')
  const part = defectivePart(term)
  return part === null ? null : refuse(term.authority === '' ? 'authority-missing' : partRefusals[part])
}

function saysTwice(renderings: readonly Rendering[]): boolean {
  return new Set(renderings.map(({ text }) => text)).size < renderings.length
}
