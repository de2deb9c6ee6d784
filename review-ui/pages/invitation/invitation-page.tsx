import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SessionView } from '../../../src/contract/views/session.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { NewPasswordFields } from '../../components/password-fields.tsx'
import { Threshold } from '../../components/threshold.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'

/** A one-time link: its token stands in the fragment, which is sent to no server and stands in no log. */
export function Invitation() {
  const { t } = useTranslation()
  const { replace } = useSession()
  const [, go] = useLocation()
  const [token] = useState(() => location.hash.slice(1))
  const invited = useRemote(token, (signal) => call('invitation', { body: { token }, signal }))
  const [password, setPassword] = useState({ next: '', again: '' })
  const [differs, setDiffers] = useState(false)
  const { busy, failure, send, reset } = useSending()
  useTitle(t('invitation.title'))
  const enter = (session: SessionView) => {
    replace(session)
    go('/', { replace: true })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    reset()
    setDiffers(password.next !== password.again)
    if (password.next !== password.again) return
    const session = await send(call('acceptInvitation', { body: { token, password: password.next } }))
    if (session !== null) enter(session)
  }
  return (
    <Threshold title={t('invitation.title')}>
      {invited.data !== null && (
        <form className="stack" onSubmit={(event) => void submit(event)}>
          <p>{t('invitation.welcome', { name: invited.data.name, login: invited.data.login })}</p>
          <input type="text" name="login" autoComplete="username" value={invited.data.login} readOnly hidden />
          <NewPasswordFields ref={focusOnArrival} value={password} differs={differs} onChange={setPassword} />
          <div className="row-of-buttons">
            <button type="submit" className="button primary" disabled={busy}>
              {t('invitation.submit')}
            </button>
          </div>
        </form>
      )}
      <FailureNotice failure={failure ?? invited.failure} />
    </Threshold>
  )
}
