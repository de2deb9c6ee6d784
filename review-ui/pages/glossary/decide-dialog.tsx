import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import { tableOf } from '../../../src/model/names.ts'
import { preferredRendering, type Term, type TermStatus } from '../../../src/model/term.ts'
import { authorityParts, sameAuthority } from '../../../src/terms/termbase/authority.ts'
import type { Failure } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useFocusOnWrong } from '../../interaction/focus.ts'
import { isSubmit } from '../../keys/keys.ts'
import { announce } from '../../shell/announce.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { AuthorityInputs, authorityFormOf } from './authority-inputs.tsx'
import { Changes } from './changes.tsx'
import { DuplicateOf } from './duplicate-of.tsx'
import { ImpactPreview } from './impact-line.tsx'
import { fieldsOfTerm, formOf, problemOf } from './logic/form.ts'
import { changesBetween } from './logic/term-changes.ts'
import { OtherRendering } from './term-words.tsx'
import { type Meanwhile, type TermAtHand, useTermSending } from './use-term.ts'

const kinds = { approved: 'approval', retired: 'retiring', proposed: 'restoring' } as const

/** Approves, retires or restores a term in one step: says what it means, and asks for the authority of an approval. */
export function DecideDialog({
  start,
  status,
  view,
  onTerms,
  onClose,
}: {
  start: TermAtHand
  status: TermStatus
  view: TermsView
  onTerms: (view: TermsView) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { busy, send } = useTermSending(onTerms)
  const [at, setAt] = useState(start)
  const [authority, setAuthority] = useState(authorityFormOf(start.term))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const focusOnWrong = useFocusOnWrong(form)
  const first = useRef<HTMLElement>(null)
  const isFirst = (element: HTMLElement | null) => {
    first.current = element
  }
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const asking = useUnsaved(!sameAuthority(authority, at.term))
  const { term } = at
  const kind = kinds[status]
  const approving = status === 'approved'
  const fields = {
    ...fieldsOfTerm(term),
    status,
    ...(approving && tableOf(authorityParts, (part) => authority[part].trim())),
  }
  const problem = approving && tried ? problemOf(formOf(fields)) : null
  const decide = async (event?: FormEvent) => {
    event?.preventDefault()
    setFailure(null)
    setTried(true)
    if (approving && problemOf(formOf(fields)) !== null) return focusOnWrong()
    const sent = await send(fields, at)
    if (sent.type === 'failed') return setFailure(sent.failure)
    if (sent.type === 'meanwhile') {
      setMeanwhile(sent.theirs)
      return setAt(sent.theirs)
    }
    announce(t(`glossary.said.${status}`))
    onClose()
  }
  return (
    <Dialog title={t(`glossary.${kind}.title`, { form: term.source[0] ?? '' })} first={first} onClose={onClose}>
      <form ref={form} className="stack term-form" noValidate onSubmit={(event) => void decide(event)}>
        {meanwhile !== null && (
          <Notice wrong>
            <p>{t('glossary.clash.meanwhile', { name: meanwhile.name })}</p>
            <p>{t('glossary.clash.gone')}</p>
            <Changes changes={changesBetween(start.term, meanwhile.term)} />
          </Notice>
        )}
        <SampleRow term={term} />
        <p>{t(`glossary.${kind}.meaning`)}</p>
        {approving && (
          <AuthorityInputs
            ref={isFirst}
            form={authority}
            required
            problem={problem}
            onChange={(change) => setAuthority({ ...authority, ...change })}
            onKeyDown={(event) => {
              if (isSubmit(event.nativeEvent)) void decide()
            }}
          />
        )}
        <p className="soft">{t('glossary.form.touches')}</p>
        <ImpactPreview id={term.id} fields={{ ...fieldsOfTerm(term), status }} />
        <FailureNotice failure={failure}>
          {failure !== null && <DuplicateOf failure={failure} view={view} />}
        </FailureNotice>
        <DialogButtons
          {...(!approving && { ref: isFirst })}
          submit={t(`glossary.${kind}.submit`)}
          disabled={busy}
          onCancel={onClose}
        />
      </form>
      {asking}
    </Dialog>
  )
}

/** The term as it is now. */
function SampleRow({ term }: { term: Term }) {
  return (
    <div className="sample-row">
      <p className="zh" lang="zh-CN">
        {term.source.join('、')}
      </p>
      <div>
        <p className="en" lang="en">
          {preferredRendering(term)}
        </p>
        {term.renderings
          .filter((rendering) => rendering.status !== 'preferred')
          .map((rendering) => (
            <p key={rendering.text}>
              <OtherRendering rendering={rendering} />
            </p>
          ))}
      </div>
    </div>
  )
}
