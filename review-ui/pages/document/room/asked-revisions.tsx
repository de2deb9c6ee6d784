import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RevisionCount, revisionCounts } from '../../../../src/model/office-steps.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { leastRevisions } from '../../../../src/review/four-eyes.ts'
import { call, type Failure } from '../../../api.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { DialogButtons } from '../../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Select } from '../../../components/field.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { type AskedSection, askedSections } from '../logic/asked-sections.ts'
import { useRoom, useRoomView } from './room-context.tsx'

/** How many people revise the document and its sections, and for those who may give work, a way to ask for more. */
export function AskedRevisions() {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { state, office } = useRoomView()
  const sending = useSending()
  const [asking, setAsking] = useState(false)
  const least = leastRevisions(state, office.steps)
  const sections = askedSections(state)
  const more = sections.filter(({ asked }) => asked > least)
  const mayAsk = mayDo(me, 'assign-work')
  const send = async (revisions: RevisionCount, segments: readonly string[] | null) => {
    const params = { document: state.document.id }
    const body = { revisions, ...(segments && { segments: [...segments] }) }
    if ((await sending.send(call('askRevisions', { params, body }))) === null) return
    announce(t('revisionsAsked.done'))
    setAsking(false)
  }
  if (least === 1 && more.length === 0 && !mayAsk) return null
  return (
    <>
      {least > 1 && <span>{t('revisionsAsked.ofDocument', { count: least })}</span>}
      {more.map(({ id, title, asked }) => (
        <span key={id}>
          {t('revisionsAsked.ofSection', { count: asked, title: title || t('revisionsAsked.beginning') })}
        </span>
      ))}
      {mayAsk && (
        <button
          type="button"
          className="text-button"
          aria-haspopup="dialog"
          onClick={() => {
            sending.reset()
            setAsking(true)
          }}
        >
          {t('revisionsAsked.act')}
        </button>
      )}
      {asking && (
        <AskDialog
          sections={sections}
          before={least}
          least={office.steps.revisions}
          busy={sending.busy}
          failure={sending.failure}
          onSend={(revisions, segments) => void send(revisions, segments)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Asks how many people are to revise the document, or which sections of it. */
function AskDialog({
  sections,
  before,
  least,
  busy,
  failure,
  onSend,
  onClose,
}: {
  sections: readonly AskedSection[]
  /** How many the document needs as it is, and how many every document of the office. */
  before: RevisionCount
  least: RevisionCount
  busy: boolean
  failure: Failure | null
  /** `segments`: null for the whole document. */
  onSend: (revisions: RevisionCount, segments: readonly string[] | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const first = useRef<HTMLSelectElement>(null)
  const [revisions, setRevisions] = useState<RevisionCount>(before)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const some = sections.filter(({ id }) => chosen.has(id))
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend(revisions, some.length === 0 ? null : some.flatMap(({ segments }) => segments))
  }
  const toggle = (id: string, on: boolean) => {
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  }
  return (
    <Dialog title={t('revisionsAsked.title')} first={first} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <p>{t('revisionsAsked.about', { count: least })}</p>
        <Select
          ref={first}
          label={t('revisionsAsked.howMany')}
          value={revisions}
          onChange={({ target }) => setRevisions(revisionCounts.find((one) => String(one) === target.value) ?? 1)}
        >
          {revisionCounts
            .filter((count) => count >= least)
            .map((count) => (
              <option key={count} value={count}>
                {t('revisionsAsked.people', { count })}
              </option>
            ))}
        </Select>
        {sections.length > 1 && (
          <fieldset className="field choices asked-sections">
            <legend className="label">{t('revisionsAsked.where')}</legend>
            <p className="hint">{t('revisionsAsked.whereHint')}</p>
            {sections.map(({ id, title, asked }) => (
              <label key={id} className="check">
                <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => toggle(id, target.checked)} />
                <span>
                  {title === '' ? (
                    t('revisionsAsked.beginning')
                  ) : (
                    <span className="zh" lang="zh-CN">
                      {title}
                    </span>
                  )}
                  {asked > before && <span className="soft"> {t('revisionsAsked.people', { count: asked })}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <FailureNotice failure={failure} />
        <DialogButtons
          submit={t(some.length === 0 ? 'revisionsAsked.submit' : 'revisionsAsked.submitSome')}
          disabled={busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
