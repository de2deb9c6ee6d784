import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { preferredRendering, type TermStatus } from '../../../src/model/term.ts'
import type { Unreachable } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Field, TextArea } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { announce } from '../../shell/announce.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { Changes } from './changes.tsx'
import { DuplicateOf } from './duplicate-of.tsx'
import { ImpactPreview } from './impact-line.tsx'
import { fieldsOfTerm, formOf, problemOf } from './logic/form.ts'
import { changesBetween } from './logic/term-history.ts'
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
  const words = useWords()
  const { busy, send } = useTermSending(onTerms)
  const [at, setAt] = useState(start)
  const [authority, setAuthority] = useState(start.term.authority)
  const [date, setDate] = useState(start.term.authorityDate ?? '')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const asking = useUnsaved(authority !== at.term.authority || date !== (at.term.authorityDate ?? ''))
  const { term } = at
  const kind = kinds[status]
  const approving = status === 'approved'
  const fields = { ...fieldsOfTerm(term), status, ...(approving && { authority, authorityDate: date.trim() }) }
  const problem = approving && tried ? problemOf(formOf(fields)) : null
  const wrong = (field: 'no-authority' | 'no-date') =>
    problem === field ? { wrong: t(`glossary.form.problem.${field}`) } : {}
  const decide = async (event?: FormEvent) => {
    event?.preventDefault()
    setFailure(null)
    setTried(true)
    if (approving && problemOf(formOf(fields)) !== null) {
      // The field that lacks something is known once it is drawn so.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return
    }
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
    <Dialog title={t(`glossary.${kind}.title`, { form: term.source[0] ?? '' })} onClose={onClose}>
      <form ref={form} className="stack term-form" noValidate onSubmit={(event) => void decide(event)}>
        {meanwhile !== null && (
          <Notice wrong>
            <p>{t('glossary.clash.meanwhile', { name: meanwhile.name })}</p>
            <p>{t('glossary.clash.gone')}</p>
            <Changes changes={changesBetween(start.term, meanwhile.term)} />
          </Notice>
        )}
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
        <p>{t(`glossary.${kind}.meaning`)}</p>
        {approving && (
          <>
            <TextArea
              label={t('glossary.form.authority')}
              hint={t('glossary.form.authorityHint')}
              rows={2}
              maxLength={2000}
              data-first
              required
              value={authority}
              onChange={(event) => setAuthority(event.target.value)}
              {...wrong('no-authority')}
              onKeyDown={(event) => {
                const composing = event.nativeEvent.isComposing || event.keyCode === 229
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing) void decide()
              }}
            />
            <Field
              label={t('glossary.form.authorityDate')}
              hint={t('glossary.form.authorityDateHint')}
              maxLength={10}
              required
              value={date}
              onChange={(event) => setDate(event.target.value)}
              {...wrong('no-date')}
            />
          </>
        )}
        <p className="soft">{t('glossary.form.touches')}</p>
        <ImpactPreview id={term.id} fields={{ ...fieldsOfTerm(term), status }} />
        {failure !== null && (
          <Notice wrong>
            {words.failure(failure)}
            <DuplicateOf failure={failure} view={view} />
          </Notice>
        )}
        <div className="row-of-buttons">
          <button type="submit" className="button primary" disabled={busy} data-first={!approving || undefined}>
            {t(`glossary.${kind}.submit`)}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
      {asking}
    </Dialog>
  )
}
