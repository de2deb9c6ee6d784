import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermImpactView } from '../../../src/contract/views.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { focusOnArrival } from '../../components/field.tsx'
import { placeAfter } from '../../keys/keys.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'
import { countFates, type Fate, type Fates, isAcceptable, oneByOne, type Row, rowsOf } from './logic/list.ts'
import { TouchedDocument } from './touched-document.tsx'

interface Batch {
  readonly done: number
  readonly count: number
}

/** The touched sentences by document. Proposals are accepted one by one or many at a time, each as an edit. */
export function TouchedList({ impact, again }: { impact: TermImpactView; again: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const mayEdit = mayDo(useMe(), 'edit')
  const [fates, setFates] = useState<Fates>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [stop, setStop] = useState('')
  const [batch, setBatch] = useState<Batch | null>(null)
  const [result, setResult] = useState('')
  const stopped = useRef(false)
  const list = useRef<HTMLDivElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  /** The row whose proposal was accepted last: what had the focus there may be gone with it. */
  const acted = useRef('')
  const rows = rowsOf(impact)
  const acceptable = rows.filter((row) => isAcceptable(row, fates))
  const sending = acceptable.filter(({ key }) => chosen.has(key))
  const stopKey = rows.some(({ key }) => key === stop) ? stop : (rows[0]?.key ?? '')
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  useEffect(() => {
    if (fates.get(acted.current)?.type !== 'accepted' || document.activeElement !== document.body) return
    list.current?.querySelector<HTMLElement>(`[data-row="${acted.current}"]`)?.focus()
  }, [fates])

  // The button that stopped it is gone with the batch.
  useEffect(() => {
    if (result !== '' && document.activeElement === document.body) next.current?.focus()
  }, [result])

  const tell = (key: string, fate: Fate) => setFates((before) => new Map(before).set(key, fate))
  const acceptOne = async (row: Row) => {
    if (!mayEdit || batch !== null || !isAcceptable(row, fates)) return
    acted.current = row.key
    const fate = (await oneByOne([row], send, tell, () => false)).get(row.key)
    announce(t(fate?.type === 'accepted' ? 'impact.accepted' : 'impact.refused'), fate?.type !== 'accepted')
  }
  const acceptChosen = async () => {
    stopped.current = false
    acted.current = ''
    setResult('')
    setBatch({ done: 0, count: sending.length })
    const told = await oneByOne(
      sending,
      send,
      (key, fate) => {
        tell(key, fate)
        if (fate.type !== 'sending') setBatch((before) => before && { ...before, done: before.done + 1 })
      },
      () => stopped.current,
    )
    setBatch(null)
    // What was refused, or not come to, stays chosen for another try.
    setChosen(new Set(sending.map(({ key }) => key).filter((key) => told.get(key)?.type !== 'accepted')))
    const counts = countFates(sending, told)
    setResult(t(told.size < sending.length ? 'impact.stopped' : 'impact.result', counts))
  }

  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const moveTo = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setStop(row.key)
    stops()[index]?.focus()
  }
  const moveInList = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const at = stops().indexOf(event.target as HTMLElement)
    const row = rows[at]
    if (row === undefined) return
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      void acceptOne(row)
      return moveTo(at + 1)
    }
    const to = placeAfter(event.key, at, rows.length)
    if (to === undefined) return
    event.preventDefault()
    moveTo(to)
  }

  return (
    <>
      {rows.length > 0 && (
        <div className="working">
          {mayEdit ? (
            <>
              <p className="soft about">{t('impact.how')}</p>
              <p className="soft">{t('impact.keys')}</p>
              <div className="row-of-buttons">
                <button
                  type="button"
                  className="button primary"
                  disabled={sending.length === 0 || batch !== null}
                  onClick={() => void acceptChosen()}
                >
                  {sending.length === 0 ? t('impact.acceptNone') : t('impact.acceptChosen', { count: sending.length })}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={acceptable.length === 0 || batch !== null}
                  onClick={() => setChosen(new Set(sending.length > 0 ? [] : acceptable.map(({ key }) => key)))}
                >
                  {sending.length > 0 ? t('impact.chooseNone') : t('impact.chooseAll', { count: acceptable.length })}
                </button>
                {batch !== null && (
                  <button
                    ref={focusOnArrival}
                    type="button"
                    className="button"
                    onClick={() => {
                      stopped.current = true
                    }}
                  >
                    {t('impact.stop')}
                  </button>
                )}
                <button
                  ref={next}
                  type="button"
                  className="button"
                  disabled={batch !== null}
                  onClick={() => void lookAgain()}
                >
                  {t('impact.again')}
                </button>
              </div>
              <p role="status">
                {batch !== null ? t('impact.progress', { done: batch.done, count: batch.count }) : result}
              </p>
            </>
          ) : (
            <p className="soft">{t('impact.readOnly')}</p>
          )}
          {impact.listed < impact.open && <p>{t('impact.listed', { listed: impact.listed, count: impact.open })}</p>}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what has the focus inside hears its own keys here. */}
      <div ref={list} className="touched" onKeyDown={moveInList}>
        {impact.documents.map((document) => (
          <TouchedDocument
            key={document.id}
            document={document}
            rows={rows.filter((row) => row.document === document)}
            fates={fates}
            chosen={chosen}
            stop={stopKey}
            mayEdit={mayEdit}
            busy={batch !== null}
            onStop={setStop}
            onChoose={(key, on) => setChosen((before) => withKey(before, key, on))}
            onAccept={(row) => void acceptOne(row)}
          />
        ))}
      </div>
    </>
  )

  async function lookAgain() {
    await again()
    setFates(new Map())
    setChosen(new Set())
    setResult('')
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
