import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { IdentityList } from '../../components/identity-list.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRefused } from '../../components/refused.tsx'
import { askForPasskey } from '../../interaction/passkey.ts'
import { usePasskeyAsking } from '../../interaction/use-passkey.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe, useSession } from '../../shell/session.tsx'

/** One's own account at the provider of the office: linked with the password, and unlinked. */
export function Linked() {
  const { t } = useTranslation()
  const me = useMe()
  const { proof, hasPasskey } = useSession().session
  const asking = usePasskeyAsking()
  const remote = useRemote('identities', (signal) => call('identities', { params: { person: me.id }, signal }))
  const [password, setPassword] = useState('')
  const { busy, failure, send } = useSending()
  const refused = useRefused()
  const link = async (event: FormEvent) => {
    event.preventDefault()
    const passkey = hasPasskey
      ? await asking.ask(askForPasskey(call('askPasskey', { body: { purpose: { type: 'link' } } })))
      : undefined
    if (passkey === null) return
    const reply = await send(call('beginLink', { body: { password, ...(passkey && { passkey }) } }))
    if (reply !== null) location.assign(reply.address)
    setPassword('')
  }
  const wrong = failure?.type === 'refusal' && failure.code === 'wrong-password'
  return (
    <div className="stack">
      <Loading remote={remote} />
      {remote.data !== null && (
        <IdentityList
          identities={remote.data.identities}
          onChange={(identities) => remote.replace({ identities: [...identities] })}
        />
      )}
      <FailureNotice failure={wrong ? null : (failure ?? refused)} />
      {asking.wrong !== null && <Notice wrong>{asking.wrong}</Notice>}
      {proof === 'password' && (
        <form className="stack" onSubmit={(event) => void link(event)}>
          <input type="text" name="login" autoComplete="username" value={me.login} readOnly hidden />
          <Field
            label={t('settings.linked.password')}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            wrong={wrong ? t('settings.password.wrong') : undefined}
          />
          <div className="row-of-buttons">
            <button type="submit" className="button" disabled={busy}>
              {t('settings.linked.link')}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
