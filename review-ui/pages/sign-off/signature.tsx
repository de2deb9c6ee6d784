import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentView, ReleaseView, SignOffSheet } from '../../../src/contract/views.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import type { Failure } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { When } from '../../components/instant.tsx'
import { useMe } from '../../shell/session.tsx'

/** Where somebody puts their name to the document, and publishes what is signed. */
export function Signature({
  ref,
  sheet,
  view,
  releases,
  busy,
  failure,
  onSign,
  onPublish,
}: {
  ref: Ref<HTMLElement>
  sheet: SignOffSheet
  view: DocumentView
  releases: readonly ReleaseView[]
  busy: boolean
  failure: Failure | null
  onSign: (password: string) => void
  onPublish: () => void
}) {
  const { t } = useTranslation()
  return (
    <section className="signature" aria-labelledby="signature" tabIndex={-1} ref={ref}>
      <h2 id="signature">{t('signOff.signature')}</h2>
      {sheet.status === 'signed' && <FailureNotice failure={failure} />}
      {sheet.status === 'signed' ? (
        <Publishing
          published={releasedAfterSigning(view)}
          releases={releases.length}
          busy={busy}
          onPublish={onPublish}
        />
      ) : (
        <Signing sheet={sheet} busy={busy} failure={failure} onSign={onSign} />
      )}
      {releases.length > 0 && (
        <ul className="releases" aria-label={t('signOff.releases')}>
          {releases.map(({ number, at, by, errata, path }) => (
            <li key={number}>
              <a href={path}>{t('signOff.release', { number })}</a> <When at={at} full />
              <span className="soft">
                {' '}
                {by}
                {errata > 0 && ` · ${t('signOff.errata', { count: errata })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Signing({
  sheet,
  busy,
  failure,
  onSign,
}: {
  sheet: SignOffSheet
  busy: boolean
  failure: Failure | null
  onSign: (password: string) => void
}) {
  const [password, setPassword] = useState('')
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  if (sheet.refusal !== null) {
    return (
      <p>
        {t('signOff.cannot')} {words.refusal(sheet.refusal)}
      </p>
    )
  }
  return (
    <>
      <p>{t('signOff.statement', { name: me.name, count: sheet.coverage.segments })}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onSign(password)
          setPassword('')
        }}
      >
        {/* Password managers look for the name beside the password. */}
        <input type="text" autoComplete="username" value={me.login} readOnly hidden />
        <Field
          label={t('signOff.password', { name: me.name })}
          hint={t('signOff.passwordHint')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          wrong={failure === null ? undefined : words.failure(failure)}
          onChange={(event) => setPassword(event.target.value)}
        />
        <div>
          <button type="submit" className="button primary" disabled={busy}>
            {t('signOff.sign')}
          </button>
        </div>
      </form>
    </>
  )
}

function Publishing({
  published,
  releases,
  busy,
  onPublish,
}: {
  /** Whether what is signed is published already. */
  published: boolean
  /** How many releases there are. */
  releases: number
  busy: boolean
  onPublish: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  if (published) return <p>{t('signOff.published')}</p>
  if (!mayDo(me, 'publish')) return <p>{t('signOff.publishedBy')}</p>
  return (
    <>
      <p>{t('signOff.publishHint')}</p>
      <button type="button" className="button primary" disabled={busy} onClick={onPublish}>
        {releases > 0 ? t('signOff.publishAgain', { number: releases + 1 }) : t('signOff.publish')}
      </button>
    </>
  )
}

/** Whether the signature that stands has been published already. */
function releasedAfterSigning({ state }: DocumentView): boolean {
  const last = state.releases.at(-1)
  return last !== undefined && state.signOff !== undefined && last.at >= state.signOff.at
}
