import { comparable } from '../../language/text/fold.ts'
import type { Term } from '../../model/term.ts'
import { createFormTree, type FormTree } from './form-tree.ts'

/** A term as the owner of one of its source forms. */
export interface Claim {
  readonly term: Term
  /** The form as the term writes it. */
  readonly form: string
  /** Where the term stands among the others; claims are in this order. */
  readonly place: number
  readonly contexts: Contexts | null
}

/** What makes a form another word, before and after it, folded by `comparable`. */
export interface Contexts {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The claims on each form, by the form as `comparable` folds it. */
export interface Claims {
  get(form: string): readonly Claim[] | undefined
}

/**
 * The source forms of terms. The tree may hold more forms than are claimed: it is shared by all states of a termbase
 * and only grows, and a form that nobody claims is not recognised.
 */
export interface TermForms {
  readonly tree: FormTree
  readonly claims: Claims
}

/** The forms of a list of terms, in its order. */
export function formsOfTerms(terms: Iterable<Term>): TermForms {
  const claims = new Map<string, readonly Claim[]>()
  const tree = createFormTree()
  let place = 0
  for (const term of terms) {
    for (const [form, claimed] of changedClaims(claims, undefined, term, place)) {
      claims.set(form, claimed)
      tree.add(form)
    }
    place += 1
  }
  return { tree, claims }
}

/** The forms with another version of one term; without it where there is none. */
export function withVersion(
  { tree, claims }: TermForms,
  present: Term | undefined,
  version: Term | undefined,
  place: number,
): TermForms {
  const changed = changedClaims(claims, present, version, place)
  for (const form of changed.keys()) tree.add(form)
  return { tree, claims: { get: (form) => changed.get(form) ?? claims.get(form) } }
}

/** The claims on every form of a term's versions once it has changed from one to the other. */
export function changedClaims(
  claims: Claims,
  before: Term | undefined,
  after: Term | undefined,
  place: number,
): ReadonlyMap<string, readonly Claim[]> {
  const changed = new Map<string, readonly Claim[]>()
  for (const form of before?.source ?? []) {
    const folded = comparable(form)
    const others = (claims.get(folded) ?? []).filter(({ term }) => term.id !== before?.id)
    changed.set(folded, others)
  }
  if (after === undefined) return changed
  const contexts = contextsOf(after)
  for (const form of after.source) {
    const folded = comparable(form)
    const others = changed.get(folded) ?? claims.get(folded) ?? []
    changed.set(folded, inserted(others, { term: after, form, place, contexts }))
  }
  return changed
}

function inserted(claims: readonly Claim[], claim: Claim): readonly Claim[] {
  const at = claims.findIndex(({ place }) => place > claim.place)
  return claims.toSpliced(at === -1 ? claims.length : at, 0, claim)
}

function contextsOf({ notBefore = [], notAfter = [] }: Term): Contexts | null {
  if (notBefore.length + notAfter.length === 0) return null
  const folded = (texts: readonly string[]) => texts.map(comparable).filter((text) => text !== '')
  return { before: folded(notBefore), after: folded(notAfter) }
}
