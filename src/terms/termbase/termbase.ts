import { Map as PersistentMap, OrderedMap as PersistentOrderedMap } from 'immutable'
import { comparable } from '../../language/text/fold.ts'
import type { Entry } from '../../model/event.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import type { Term } from '../../model/term.ts'
import { createFormTree, type FormTree } from '../recognition/form-tree.ts'
import { type Claim, changedClaims } from '../recognition/term-forms.ts'
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
