import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../src/model/permissions.ts'
import { addressOf, call, type Reply } from '../../api.ts'
import { DownloadLink } from '../../components/download-link.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { When } from '../../components/instant.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe } from '../../shell/session.tsx'

/** Sends the document to a reviewer who has no account, and what was sent before. Nothing for whoever may not. */
export function OutsideReviews({ state, reload }: { state: Reply<'document'>['state']; reload: () => Promise<void> }) {
  const { t } = useTranslation()
  const me = useMe()
  const [name, setName] = useState('')
  const { busy, failure, send } = useSending()
  const { id: document } = state.document
  if (!mayDo(me, 'send-review')) return null
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if ((await send(call('sendReview', { params: { document }, body: { name } }))) === null) return
    setName('')
    await reload()
  }
  return (
    <section className="outside-reviews" aria-label={t('export.outside.title')}>
      <h2>{t('export.outside.title')}</h2>
      <p className="soft">{t('export.outside.about')}</p>
      <form className="row-of-buttons" onSubmit={(event) => void go(event)}>
        <Field
          label={t('export.outside.name')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={busy || name.trim() === ''}>
          {t('export.outside.make')}
        </button>
      </form>
      <FailureNotice failure={failure} />
      <SentReviews state={state} />
    </section>
  )
}

/** For whom files were made, with each file and how much of what came back is there, the last made first. */
function SentReviews({ state }: { state: Reply<'document'>['state'] }) {
  const { t } = useTranslation()
  const { reviews = [], segments, document } = state
  if (reviews.length === 0) return null
  const suggestions = Object.values(segments).flatMap((segment) => segment.suggestions ?? [])
  const back = (id: string) => suggestions.filter(({ review }) => review === id).length
  return (
    <ul>
      {reviews.toReversed().map(({ id, name, at }) => (
        <li key={id}>
          <b>{name}</b>{' '}
          <span className="soft">
            <When at={at} /> · {t('export.outside.back', { count: back(id) })}
          </span>{' '}
          <DownloadLink href={addressOf('exportReview', { document: document.id, review: id })}>
            {t('export.outside.file', { name })}
          </DownloadLink>
        </li>
      ))}
    </ul>
  )
}
