import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import type { Failure } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { focusOnArrival, useFocusOnWrong } from '../../interaction/focus.ts'
import { announce } from '../../shell/announce.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { ClashChoice } from './clash-choice.tsx'
import { DuplicateOf } from './duplicate-of.tsx'
import { ImpactPreview } from './impact-line.tsx'
import {
  type FormProblem,
  fieldsOf,
  fieldsOfTerm,
  formOf,
  problemOf,
  returnsToProposal,
  sameFields,
  type TermForm,
} from './logic/form.ts'
import { TermInputs } from './term-inputs.tsx'
import { type Meanwhile, type TermAtHand, useTermSending } from './use-term.ts'

/** Adds a term or changes one, with every field of it. What was typed is not thrown away without being asked. */
export function TermDialog({
  at: opened,
  start,
  view,
  mayDecide,
  onTerms,
  onClose,
}: {
  /** The term to be changed; null for a new one. */
  at: TermAtHand | null
  start: TermForm
  view: TermsView
  mayDecide: boolean
  onTerms: (view: TermsView) => void
  /** `id` of the term that was saved, null when nothing was. */
  onClose: (id: string | null) => void
}) {
  const { t } = useTranslation()
  const { busy, send } = useTermSending(onTerms)
  const [at, setAt] = useState(opened)
  const [form, setForm] = useState(start)
  const [theirs, setTheirs] = useState<Meanwhile | null>(null)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const ref = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLElement>(null)
  const take = useRef<HTMLButtonElement>(null)
  const focusOnWrong = useFocusOnWrong(ref)
  const before = at === null ? fieldsOf(start) : fieldsOfTerm(at.term)
  const changed = !sameFields(fieldsOf(form), before)
  const asking = useUnsaved(changed)
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    const found = problemOf(form, at?.term)
    setProblem(found)
    setFailure(null)
    if (found !== null) return focusOnWrong()
    const sent = await send(fieldsOf(form), at)
    if (sent.type === 'failed') return setFailure(sent.failure)
    if (sent.type === 'meanwhile' && !sameFields(fieldsOf(form), sent.theirs.term)) return setTheirs(sent.theirs)
    announce(t(at === null ? 'glossary.said.added' : 'glossary.said.saved'))
    onClose(sent.type === 'saved' ? sent.term.id : sent.theirs.term.id)
  }
  const close = () => (changed ? setDiscarding(true) : onClose(null))
  const title = at === null ? t('glossary.form.add') : t('glossary.form.edit', { form: opened?.term.source[0] ?? '' })
  if (theirs !== null) {
    return (
      <Dialog key="clash" title={title} first={take}>
        <ClashChoice
          ref={take}
          before={before}
          mine={fieldsOf(form)}
          theirs={theirs}
          onSettled={(fields) => {
            setForm(formOf(fields))
            setAt(theirs)
            setTheirs(null)
          }}
        />
        {asking}
      </Dialog>
    )
  }
  return (
    <Dialog key="form" title={title} first={first} onClose={close}>
      <form ref={ref} className="stack term-form" noValidate onSubmit={(event) => void save(event)}>
        <TermInputs
          form={form}
          first={first}
          problem={problem}
          isNew={at === null}
          returns={at !== null && returnsToProposal(form, at.term)}
          mayDecide={mayDecide}
          domains={[...new Set(view.terms.map(({ domain }) => domain))].filter(Boolean).sort()}
          onChange={(next) => {
            setForm(next)
            setDiscarding(false)
            if (problem !== null) setProblem(problemOf(next, at?.term))
          }}
          onSubmit={() => void save()}
        />
        {at !== null && <p className="soft">{t('glossary.form.touches')}</p>}
        <ImpactPreview
          id={at?.term.id ?? null}
          fields={problemOf(form, at?.term) === null && (at === null || changed) ? fieldsOf(form) : null}
        />
        <FailureNotice failure={failure}>
          {failure !== null && <DuplicateOf failure={failure} view={view} />}
        </FailureNotice>
        {discarding ? (
          <div className="row-of-buttons" role="alert">
            <Icon name="warning" /> {t('unsaved.ask')}
            <button ref={focusOnArrival} type="button" className="button" onClick={() => onClose(null)}>
              {t('unsaved.discard')}
            </button>
            <button type="button" className="button" onClick={() => setDiscarding(false)}>
              {t('unsaved.stay')}
            </button>
          </div>
        ) : (
          <DialogButtons
            submit={at === null ? t('glossary.form.submitAdd') : t('glossary.form.save')}
            disabled={busy || (at !== null && !changed)}
            onCancel={close}
          />
        )}
      </form>
      {asking}
    </Dialog>
  )
}
