import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Field, focusOnArrival } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { Threshold } from '../../components/threshold.tsx'
import { useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'

/** A one-time link: its token stands in the fragment, which is sent to no server and stands in no log. */
export function Invitation() {
  const { t } = useTranslation()
  const words = useWords()
  const { replace } = useSession()
  const [, go] = useLocation()
  const [token] = useState(() => location.hash.slice(1))
  const [invited, setInvited] = useState<{ login: string; name: string } | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [differs, setDiffers] = useState(false)
  const [busy, setBusy] = useState(false)
  useTitle(t('invitation.title'))
  useEffect(() => {
    let stale = false
    void call('invitation', { body: { token } }).then((outcome) => {
      if (stale) return
      if (outcome.type === 'reply') setInvited(outcome.reply)
      else setFailure(outcome)
    })
    return () => {
      stale = true
    }
  }, [token])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    setDiffers(password !== again)
    if (password !== again) return
    setBusy(true)
    const outcome = await call('acceptInvitation', { body: { token, password } })
    setBusy(false)
    if (outcome.type !== 'reply') return setFailure(outcome)
    replace(outcome.reply)
    go('/', { replace: true })
  }
  return (
    <Threshold title={t('invitation.title')}>
      {invited !== null && (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <p>{t('invitation.welcome', { name: invited.name, login: invited.login })}</p>
          <input type="text" name="login" autoComplete="username" value={invited.login} readOnly hidden />
          <Field
            ref={focusOnArrival}
            label={t('invitation.password')}
            hint={t('invitation.hint')}
            type="password"
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Field
            label={t('invitation.again')}
            type="password"
            autoComplete="new-password"
            required
            value={again}
            onChange={(event) => setAgain(event.target.value)}
            {...(differs && { wrong: t('invitation.differs') })}
          />
          <div className="row-of-buttons">
            <button type="submit" className="button primary" disabled={busy}>
              {t('invitation.submit')}
            </button>
          </div>
        </form>
      )}
      {failure !== null && <Notice wrong>{words.failure(failure)}</Notice>}
    </Threshold>
  )
}
