import { useCallback, useEffect, useRef, useState } from 'react'
import type { CandidatesView, CandidateView } from '../../../src/contract/views.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { useMe } from '../../shell/session.tsx'
import { begin, type Deed, done, englishOf, noWork, undone, type Work } from './logic/triage.ts'

/** How many candidates come at once, and how many more with every press of the button below them. */
const atOnce = 200
const atMost = 1000

/** Why something was not done, at which candidate: `empty` where there is no English to accept. */
export interface Trouble {
  readonly form: string
  readonly why: Refusal | Unreachable | 'empty'
}

/** The candidates of a document or of all, and what can be done with them; one deed at a time. */
export function useCandidates(document: string | undefined) {
  const me = useMe()
  const [view, setView] = useState<CandidatesView | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const [reading, setReading] = useState(true)
  const [work, setWork] = useState<Work>(noWork)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const asked = useRef({ turn: 0, limit: atOnce })
  const busy = useRef(false)

  const load = useCallback(
    async (limit: number) => {
      const turn = asked.current.turn + 1
      asked.current = { turn, limit }
      setReading(true)
      const outcome = await call('termCandidates', { query: { limit, ...(document !== undefined && { document }) } })
      if (asked.current.turn !== turn) return
      setReading(false)
      setFailure(outcome.type === 'reply' ? null : outcome)
      if (outcome.type !== 'reply') return
      setView(outcome.reply)
      setWork((before) => begin(before, outcome.reply))
    },
    [document],
  )
  useEffect(() => {
    setWork(({ typed }) => ({ ...noWork, typed }))
    setTrouble(null)
    void load(atOnce)
  }, [load])

  /** Runs one deed at a time: a key that is held down does not accept what nobody has seen. */
  const once = async (form: string, deed: () => Promise<Trouble['why'] | null>): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    const why = await deed()
    busy.current = false
    setTrouble(why === null ? null : { form, why })
    return why === null
  }

  const accept = (candidate: CandidateView): Promise<boolean> =>
    once(candidate.form, async () => {
      const text = englishOf(work, candidate).trim()
      if (text === '') return 'empty'
      const term = {
        source: [candidate.form],
        renderings: [{ text, status: 'preferred' as const }],
        status: 'proposed' as const,
        domain: '',
        note: '',
        authority: '',
      }
      const outcome = await call('addTerm', { body: { term } })
      if (outcome.type !== 'reply') return outcome
      setWork((before) => done(before, { type: 'accepted', candidate, term: outcome.reply.term }))
      return null
    })

  const setAside = (candidate: CandidateView): Promise<boolean> =>
    once(candidate.form, async () => {
      const { form } = candidate
      const outcome = await call('dismissCandidate', { body: { form } })
      if (outcome.type !== 'reply') return outcome
      setWork((before) => done(before, { type: 'dismissed', candidate }))
      setView((before) => {
        const line = { form, at: new Date().toISOString(), name: me.name }
        return before && { ...before, dismissed: [...before.dismissed.filter((one) => one.form !== form), line] }
      })
      return null
    })

  /** Offers again what was set aside, now or long ago. */
  const restore = (form: string): Promise<boolean> =>
    once(form, async () => {
      const outcome = await call('restoreCandidate', { body: { form } })
      if (outcome.type !== 'reply') return outcome
      setView((before) => before && { ...before, dismissed: before.dismissed.filter((one) => one.form !== form) })
      if (work.deeds.some(({ candidate }) => candidate.form === form)) setWork((before) => undone(before, form))
      else void load(asked.current.limit)
      return null
    })

  /** Retires a term that was accepted here: a terminologist's right, as long as nobody has changed it. */
  const retire = ({ candidate, term }: Extract<Deed, { type: 'accepted' }>): Promise<boolean> =>
    once(candidate.form, async () => {
      const { id, source, renderings, domain, note, authority } = term
      const fields = { source: [...source], renderings: [...renderings], status: 'retired' as const }
      const outcome = await call('changeTerm', {
        params: { term: id },
        body: { base: 1, term: { ...fields, domain, note, authority } },
      })
      if (outcome.type !== 'reply') return outcome
      setWork((before) => undone(before, candidate.form))
      return null
    })

  const { limit } = asked.current
  const hasMore = view !== null && view.candidates.length >= limit && work.left.length + atOnce <= atMost
  return {
    view,
    failure,
    reading,
    work,
    setWork,
    trouble,
    setTrouble,
    accept,
    setAside,
    restore,
    retire,
    again: () => load(asked.current.limit),
    more: hasMore ? () => load(work.left.length + atOnce) : null,
  }
}
