import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermImpactView } from '../../../src/contract/views/terms.ts'
import { call } from '../../api.ts'
import { announce } from '../../shell/announce.tsx'
import { countFates, type Fate, type Fates, isAcceptable, oneByOne, type Row, rowsOf } from './logic/proposals.ts'

export interface Batch {
  readonly done: number
  readonly count: number
}

/** The accepting of proposals, one by one or many at a time: which are chosen, and what became of those sent. */
export function useAccepting(impact: TermImpactView, mayEdit: boolean) {
  const { t } = useTranslation()
  const [fates, setFates] = useState<Fates>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [batch, setBatch] = useState<Batch | null>(null)
  const [result, setResult] = useState('')
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  const rows = rowsOf(impact)
  const acceptable = rows.filter((row) => isAcceptable(row, fates))
  const sending = acceptable.filter(({ key }) => chosen.has(key))
  const mark = (key: string, fate: Fate) => setFates((before) => new Map(before).set(key, fate))

  const acceptOne = async (row: Row) => {
    if (!mayEdit || batch !== null || !isAcceptable(row, fates)) return
    const fate = (await oneByOne([row], send, mark, () => false)).get(row.key)
    announce(t(fate?.type === 'accepted' ? 'impact.accepted' : 'impact.refused'), fate?.type !== 'accepted')
  }
  const acceptChosen = async () => {
    stopped.current = false
    setResult('')
    setBatch({ done: 0, count: sending.length })
    const marked = await oneByOne(
      sending,
      send,
      (key, fate) => {
        mark(key, fate)
        if (fate.type !== 'sending') setBatch((before) => before && { ...before, done: before.done + 1 })
      },
      () => stopped.current,
    )
    setBatch(null)
    // What was refused, or not come to, stays chosen for another try.
    setChosen(new Set(sending.map(({ key }) => key).filter((key) => marked.get(key)?.type !== 'accepted')))
    const counts = countFates(sending, marked)
    setResult(t(marked.size < sending.length ? 'impact.stopped' : 'impact.result', counts))
  }
  return {
    rows,
    fates,
    chosen,
    batch,
    result,
    acceptable,
    sending,
    acceptOne,
    acceptChosen,
    choose: (key: string, on: boolean) => setChosen((before) => withKey(before, key, on)),
    chooseAll: () => setChosen(new Set(sending.length > 0 ? [] : acceptable.map(({ key }) => key))),
    stop() {
      stopped.current = true
    },
    forget() {
      setFates(new Map())
      setChosen(new Set())
      setResult('')
    },
  }
}

/** An edit like any other, of the version that was looked at. */
async function send({ document, segment }: Row): Promise<Fate> {
  const params = { document: document.id, segment: segment.id }
  const body = { base: segment.version, target: [...(segment.proposal ?? [])] }
  const outcome = await call('editSegment', { params, body })
  return outcome.type === 'reply' ? { type: 'accepted' } : { type: 'refused', why: outcome }
}

function withKey(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  if (on) next.add(key)
  else next.delete(key)
  return next
}
