import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermImpactView } from '../../../src/contract/views/terms.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { indexAfter, useFocusList, useFocusRescue } from '../../interaction/focus.ts'
import { useMe } from '../../shell/session.tsx'
import { AcceptingBar } from './accepting-bar.tsx'
import type { Row } from './logic/proposals.ts'
import { TouchedDocument } from './touched-document.tsx'
import type { RowActs } from './touched-row.tsx'
import { useAccepting } from './use-accepting.ts'

/** The touched sentences by document. Proposals are accepted one by one or many at a time, each as an edit. */
export function TouchedList({ impact, again }: { impact: TermImpactView; again: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const mayEdit = mayDo(useMe(), 'edit')
  const accepting = useAccepting(impact, mayEdit)
  const { rows, fates, batch } = accepting
  const [stop, setStop] = useState('')
  const stops = useFocusList<string>()
  /** The row whose proposal was accepted last: what had the focus there may be gone with it. */
  const accepted = useRef('')
  const stopKey = rows.some(({ key }) => key === stop) ? stop : (rows[0]?.key ?? '')
  useFocusRescue(fates, () => {
    if (fates.get(accepted.current)?.type === 'accepted') stops.focus(accepted.current)
  })
  const acceptOne = (row: Row) => {
    accepted.current = row.key
    void accepting.acceptOne(row)
  }
  const latest = useRef({ acceptOne, choose: accepting.choose })
  latest.current = { acceptOne, choose: accepting.choose }
  // The same for as long as the list is there, so that only rows that change are drawn anew.
  const [acts] = useState<RowActs>(() => ({
    ref: stops.ref,
    stop: setStop,
    choose: (key, on) => latest.current.choose(key, on),
    accept: (row) => latest.current.acceptOne(row),
  }))
  const moveTo = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setStop(row.key)
    stops.focus(row.key)
  }
  const moveInList = (event: KeyboardEvent) => {
    const key = stops.keyOf(event.target)
    const at = rows.findIndex((row) => row.key === key)
    const row = rows[at]
    if (row === undefined) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const accepts = plain && event.key === 'Enter' && event.target instanceof HTMLInputElement
    const to = accepts ? at + 1 : indexAfter(event, at, rows.length)
    if (to === undefined) return
    event.preventDefault()
    if (accepts) acceptOne(row)
    moveTo(to)
  }
  const lookAgain = async () => {
    await again()
    accepting.forget()
  }
  return (
    <>
      {rows.length > 0 && (
        <div className="working">
          {mayEdit ? (
            <AcceptingBar accepting={accepting} onAgain={() => void lookAgain()} />
          ) : (
            <p className="soft">{t('impact.readOnly')}</p>
          )}
          {impact.listed < impact.open && <p>{t('impact.listed', { listed: impact.listed, count: impact.open })}</p>}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what has the focus inside hears its own keys here. */}
      <div className="touched" onKeyDown={moveInList}>
        {impact.documents.map((document) => (
          <TouchedDocument
            key={document.id}
            document={document}
            rows={rows.filter((row) => row.document === document)}
            fates={fates}
            chosen={accepting.chosen}
            stop={stopKey}
            mayEdit={mayEdit}
            busy={batch !== null}
            acts={acts}
          />
        ))}
      </div>
    </>
  )
}
