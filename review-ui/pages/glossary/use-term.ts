import { useState } from 'react'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import type { Term } from '../../../src/model/term.ts'
import type { TermFields } from '../../../src/terms/termbase/tidy.ts'
import { call, type Unreachable } from '../../api.ts'

/** A term as somebody has it before them, and what they named as their base when they send a change. */
export interface TermAtHand {
  readonly term: Term
  readonly count: number
}

/** A change that came from somebody else while one was at the same term. */
export interface Meanwhile {
  readonly term: Term
  readonly count: number
  readonly name: string
  readonly at: string
}

export type Sent =
  | { readonly type: 'saved'; readonly term: Term }
  | { readonly type: 'meanwhile'; readonly theirs: Meanwhile }
  | { readonly type: 'failed'; readonly failure: Refusal | Unreachable }

/** Sends a change of a term. One that was changed meanwhile comes back as it is now. */
export function useTermSending(onTerms: (view: TermsView) => void) {
  const [busy, setBusy] = useState(false)
  const send = async (fields: TermFields, at: TermAtHand | null): Promise<Sent> => {
    setBusy(true)
    try {
      const outcome =
        at === null
          ? await call('addTerm', { body: { term: bodyOf(fields) } })
          : await call('changeTerm', { params: { term: at.term.id }, body: { base: at.count, term: bodyOf(fields) } })
      if (outcome.type === 'unreachable') return { type: 'failed', failure: outcome }
      if (outcome.type === 'refusal' && outcome.code !== 'term-changed') return { type: 'failed', failure: outcome }
      const listed = await call('terms')
      if (listed.type === 'reply') onTerms(listed.reply)
      if (outcome.type === 'reply') return { type: 'saved', term: outcome.reply.term }
      if (listed.type !== 'reply') return { type: 'failed', failure: listed }
      const term = listed.reply.terms.find(({ id }) => id === at?.term.id)
      const change = listed.reply.changes[at?.term.id ?? '']
      if (term === undefined || change === undefined) return { type: 'failed', failure: outcome }
      return { type: 'meanwhile', theirs: { term, ...change } }
    } finally {
      setBusy(false)
    }
  }
  return { busy, send }
}

/** The contract takes lists it may write to. */
export function bodyOf({ inflections = [], notBefore = [], notAfter = [], ...fields }: TermFields) {
  return {
    ...fields,
    source: [...fields.source],
    renderings: [...fields.renderings],
    inflections: [...inflections],
    notBefore: [...notBefore],
    notAfter: [...notAfter],
  }
}
