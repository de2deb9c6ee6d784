import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplaceDone, ReplaceUndone, ReplaceView } from '../../../src/contract/views/replacing.ts'
import { call } from '../../api.ts'
import { type Sending, useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'
import { forgetLastAct, type LastAct, lastActOf, rememberLastAct } from './last-act.ts'
import { type Chosen, chosenAtFirst, type FoundRow, requestOf, rowsOf } from './logic/choices.ts'
import { lookOf, searchOf, type Wanted } from './logic/wanted.ts'

/** What was looked at: exactly this is replaced. */
export interface Looked {
  readonly wanted: Wanted
  readonly view: ReplaceView
  readonly rows: readonly FoundRow[]
}

export interface Replacing {
  readonly looked: Looked | null
  readonly chosen: Chosen
  readonly setChosen: (chosen: Chosen) => void
  readonly looking: Sending
  readonly acting: Sending
  /** What this person replaced last and can take back. */
  readonly last: LastAct | null
  /** What was done or undone just now, with what was not. */
  readonly outcome: Outcome | null
  /** Looks for it: the rows of the answer, or null where there was none. */
  readonly look: (wanted: Wanted) => Promise<readonly FoundRow[] | null>
  readonly replace: () => Promise<void>
  readonly undo: () => Promise<void>
  readonly dismiss: () => void
}

export type Outcome = ({ readonly type: 'done' } & ReplaceDone) | ({ readonly type: 'undone' } & ReplaceUndone)

/** Looking, replacing and taking back. Of two looks at once the later one counts. */
export function useReplacing(): Replacing {
  const { t } = useTranslation()
  const me = useMe()
  const looking = useSending()
  const acting = useSending()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [chosen, setChosen] = useState<Chosen>(new Set<string>())
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [last, setLast] = useState(() => lastActOf(me.id))
  const turn = useRef(0)

  async function look(wanted: Wanted): Promise<readonly FoundRow[] | null> {
    const mine = ++turn.current
    const view = await looking.send(call('lookAtReplacement', { body: lookOf(wanted) }))
    if (mine !== turn.current) return null
    if (view === null) {
      setLooked(null)
      return null
    }
    const rows = rowsOf(view)
    setLooked({ wanted, view, rows })
    setChosen(chosenAtFirst(rows))
    return rows
  }

  async function replace(): Promise<void> {
    if (looked === null) return
    const { wanted, rows } = looked
    const request = requestOf(rows, chosen)
    const act = newAct()
    const body = { act, search: searchOf(wanted), signed: wanted.states.includes('final'), chosen: request }
    // It can be taken back also where the answer does not come.
    const begun = { person: me.id, act, documents: request.map(({ document }) => document) }
    rememberLastAct(begun)
    const answer = call('replaceWords', { body })
    const done = await acting.send(answer)
    if ((await answer).type === 'refusal') return dismiss()
    setLast(begun)
    if (done === null) return
    setOutcome({ type: 'done', ...done })
    announce(t('replacing.done', { count: done.places, sentences: t('replacing.sentences', { count: done.segments }) }))
    await look(wanted)
  }

  async function undo(): Promise<void> {
    if (last === null) return
    const { act, documents } = last
    const undone = await acting.send(call('undoReplacement', { params: { act }, body: { documents: [...documents] } }))
    if (undone === null) return
    forgetLastAct()
    setLast(null)
    setOutcome({ type: 'undone', ...undone })
    announce(t('replacing.undone', { count: undone.segments }))
    if (looked !== null) await look(looked.wanted)
  }

  function dismiss(): void {
    setOutcome(null)
    forgetLastAct()
    setLast(null)
  }

  return { looked, chosen, setChosen, looking, acting, last, outcome, look, replace, undo, dismiss }
}

/** A name that no other replacement has; `randomUUID` is not there where the office has no certificate. */
function newAct(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
