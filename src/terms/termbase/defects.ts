import { comparable } from '../../language/text/fold.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { datePattern, type Rendering, type Term } from '../../model/term.ts'
import { defectivePart, sameAuthority, saysOtherwise } from './authority.ts'
import type { Termbase } from './termbase.ts'

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
