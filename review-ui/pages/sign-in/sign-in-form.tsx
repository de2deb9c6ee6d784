import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../src/contract/views/session.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { useSending } from '../../interaction/use-sending.ts'

/** By name and password; somebody may have a second step to do after it. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: SessionView) => void }) {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const { busy, failure, send } = useSending()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const session = await send(call('signIn', { body: { login, password } }))
    if (session !== null) onSignedIn(session)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Field
        ref={focusOnArrival}
        label={t('signIn.login')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <Field
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <FailureNotice failure={failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button primary" disabled={busy}>
          {t('signIn.submit')}
        </button>
      </div>
    </form>
  )
}
