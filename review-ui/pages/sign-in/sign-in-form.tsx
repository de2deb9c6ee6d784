import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../src/contract/views.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Field, focusOnArrival } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'

export function SignInForm({ onSignedIn }: { onSignedIn: (session: SessionView) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong('')
    const outcome = await call('signIn', { body: { login, password } })
    setBusy(false)
    if (outcome.type === 'reply') onSignedIn(outcome.reply)
    else setWrong(words.failure(outcome))
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
      {wrong !== '' && <Notice wrong>{wrong}</Notice>}
      <div className="row-of-buttons">
        <button type="submit" className="button primary" disabled={busy}>
          {t('signIn.submit')}
        </button>
      </div>
    </form>
  )
}
