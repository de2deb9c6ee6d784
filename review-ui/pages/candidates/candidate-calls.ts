import type { CandidateView } from '../../../src/contract/views/candidates.ts'
import { call } from '../../api.ts'
import type { Decision } from './logic/triage.ts'

/** Proposes a candidate with its English as a term. */
export function acceptCandidate({ form }: CandidateView, english: string) {
  const term = {
    source: [form],
    renderings: [{ text: english, status: 'preferred' as const }],
    status: 'proposed' as const,
    domain: '',
    note: '',
    authority: '',
  }
  return call('addTerm', { body: { term } })
}

export function dismissCandidate(form: string) {
  return call('dismissCandidate', { body: { form } })
}

/** Offers a candidate again that was set aside. */
export function restoreCandidate(form: string) {
  return call('restoreCandidate', { body: { form } })
}

/** Retires a term that was accepted here: a terminologist's right, as long as nobody has changed it. */
export function retireAccepted({ term }: Extract<Decision, { type: 'accepted' }>) {
  const { id, source, renderings, domain, note, authority } = term
  const fields = { source: [...source], renderings: [...renderings], status: 'retired' as const }
  return call('changeTerm', { params: { term: id }, body: { base: 1, term: { ...fields, domain, note, authority } } })
}
