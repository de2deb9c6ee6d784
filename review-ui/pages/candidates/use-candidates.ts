import { useEffect, useRef, useState } from 'react'
import type { CandidatesView, CandidateView } from '../../../src/contract/views/candidates.ts'
import { type Answer, call, type Failure } from '../../api.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { useMe } from '../../shell/session.tsx'
import { acceptCandidate, dismissCandidate, restoreCandidate, retireAccepted } from './candidate-calls.ts'
import { begin, type Decision, decided, emptyTriage, englishOf, type Triage, undone } from './logic/triage.ts'

/** How many candidates come at once, and how many more with every press of the button below them. */
const atOnce = 200
const atMost = 1000

/** Why a decision was not made, at which candidate: `empty` where there is no English to accept. */
export interface Problem {
  readonly form: string
  readonly why: Failure | 'empty'
}

/** The candidates of a document or of all, and how far somebody has come with them. */
export function useCandidates(document: string | undefined) {
  const [limit, setLimit] = useState(atOnce)
  const [triage, setTriage] = useState<Triage>(emptyTriage)
  const [dismissed, setDismissed] = useState<CandidatesView['dismissed']>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const query = { limit, ...(document !== undefined && { document }) }
  // With another document the old list makes room at once; what is said of it stays until the new one has come.
  const remote = useRemote(
    'candidates',
    (signal) => call('termCandidates', { query, signal }),
    `${document ?? ''} ${limit}`,
  )
  const { data } = remote
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another list
  useEffect(() => {
    setTriage(({ typed }) => ({ ...emptyTriage, typed }))
    setProblem(null)
    setLimit(atOnce)
  }, [document])
  useEffect(() => {
    if (data === null) return
    setTriage((before) => begin(before, data))
    setDismissed(data.dismissed)
  }, [data])
  const next = triage.left.length + atOnce
  const hasMore = data !== null && data.candidates.length >= limit && next <= atMost
  return {
    remote,
    triage,
    setTriage,
    dismissed,
    setDismissed,
    problem,
    setProblem,
    more: hasMore ? () => setLimit(next) : null,
  }
}

/** What can be decided about candidates, one at a time; each says whether it was done. */
export function useDecisions({
  remote,
  triage,
  setTriage,
  setDismissed,
  setProblem,
}: Pick<ReturnType<typeof useCandidates>, 'remote' | 'triage' | 'setTriage' | 'setDismissed' | 'setProblem'>) {
  const me = useMe()
  const busy = useRef(false)
  /** A key that is held down does not decide what nobody has seen. */
  const once = async <T>(form: string, ask: () => Promise<Answer<T>> | 'empty', then: (reply: T) => void) => {
    if (busy.current) return false
    busy.current = true
    const asking = ask()
    const answer = asking === 'empty' ? asking : await asking
    busy.current = false
    if (answer !== 'empty' && answer.type === 'reply') {
      setProblem(null)
      then(answer.reply)
      return true
    }
    setProblem({ form, why: answer })
    return false
  }
  const without = (form: string) => (list: CandidatesView['dismissed']) => list.filter((line) => line.form !== form)
  return {
    accept(candidate: CandidateView) {
      const text = englishOf(triage, candidate).trim()
      return once(
        candidate.form,
        () => (text === '' ? 'empty' : acceptCandidate(candidate, text)),
        ({ term }) => setTriage((before) => decided(before, { type: 'accepted', candidate, term })),
      )
    },
    setAside(candidate: CandidateView) {
      const { form } = candidate
      return once(
        form,
        () => dismissCandidate(form),
        () => {
          setTriage((before) => decided(before, { type: 'dismissed', candidate }))
          const line = { form, at: new Date().toISOString(), name: me.name }
          setDismissed((before) => [...without(form)(before), line])
        },
      )
    },
    /** Offers again what was set aside, now or long ago. */
    restore(form: string) {
      return once(
        form,
        () => restoreCandidate(form),
        () => {
          setDismissed(without(form))
          if (triage.decisions.some(({ candidate }) => candidate.form === form))
            setTriage((before) => undone(before, form))
          else void remote.reload()
        },
      )
    },
    retire(accepted: Extract<Decision, { type: 'accepted' }>) {
      const { form } = accepted.candidate
      return once(
        form,
        () => retireAccepted(accepted),
        () => setTriage((before) => undone(before, form)),
      )
    },
  }
}
