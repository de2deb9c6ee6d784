import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passkey, PasskeyPurpose } from '../../../src/model/passkey.ts'
import { call, type Reply } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { DayOf } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { askForPasskey, makePasskey } from '../../interaction/passkey.ts'
import { usePasskeyAsking } from '../../interaction/use-passkey.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe, useSession } from '../../shell/session.tsx'

/** One's own passkeys: each with a way to remove it, and the form that makes one. The password is asked for either. */
export function Passkeys() {
  const { t } = useTranslation()
  const me = useMe()
  const { session, replace } = useSession()
  const remote = useRemote('passkeys', (signal) => call('passkeys', { signal }))
  const asking = usePasskeyAsking()
  const sending = useSending()
  const [form, setForm] = useState({ name: '', password: '' })
  const [tried, setTried] = useState(false)
  const passkeys = remote.data?.passkeys ?? []
  const { name, password } = form
  // Whoever has neither a password nor a passkey has nothing to show that it is they.
  const canAdd = session.proof === 'password' || passkeys.length > 0
  /** The password, and a passkey of whoever has one; null where the browser gave none. */
  const proof = async (purpose: PasskeyPurpose) => {
    const mine = session.proof === 'password' ? { password } : {}
    if (passkeys.length === 0) return mine
    const passkey = await asking.ask(askForPasskey(call('askPasskey', { body: { purpose } })))
    return passkey && { ...mine, passkey }
  }
  const settle = (reply: Reply<'passkeys'>, said: string) => {
    remote.replace({ passkeys: [...reply.passkeys] })
    replace({ ...session, hasPasskey: reply.passkeys.length > 0 })
    setForm({ name: '', password: '' })
    setTried(false)
    announce(said)
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    sending.reset()
    if (name.trim() === '') return
    const given = await proof({ type: 'add' })
    const begun = given && (await sending.send(call('beginPasskey', { body: given })))
    if (!begun) return
    const made = await asking.ask(makePasskey(Promise.resolve({ type: 'reply', reply: begun })))
    const reply = made && (await sending.send(call('addPasskey', { body: { name, made } })))
    if (reply) settle(reply, t('settings.passkeys.added', { name }))
  }
  const remove = async ({ id, name }: Passkey) => {
    sending.reset()
    const given = await proof({ type: 'remove', passkey: id })
    const reply = given && (await sending.send(call('removePasskey', { body: { id, ...given } })))
    if (reply) settle(reply, t('settings.passkeys.removed', { name }))
  }
  const isPasswordWrong = sending.failure?.type === 'refusal' && sending.failure.code === 'wrong-password'
  return (
    <div className="stack">
      <Loading remote={remote} />
      {remote.data !== null && passkeys.length === 0 && <p className="soft">{t('settings.passkeys.none')}</p>}
      <PasskeyList passkeys={passkeys} busy={sending.busy || asking.busy} onRemove={(one) => void remove(one)} />
      {canAdd ? (
        <form className="stack" noValidate onSubmit={(event) => void add(event)}>
          <input type="text" name="login" autoComplete="username" value={me.login} readOnly hidden />
          <Field
            label={t('settings.passkeys.name')}
            placeholder={t('settings.passkeys.namePlaceholder')}
            maxLength={100}
            value={name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
            wrong={tried && name.trim() === '' ? t('settings.passkeys.nameMissing') : undefined}
          />
          {session.proof === 'password' && (
            <Field
              label={t('settings.passkeys.password')}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setForm({ ...form, password: event.target.value })}
              wrong={isPasswordWrong ? t('settings.password.wrong') : undefined}
            />
          )}
          {asking.wrong !== null && <Notice wrong>{asking.wrong}</Notice>}
          <FailureNotice failure={isPasswordWrong ? null : sending.failure} />
          <div className="row-of-buttons">
            <button type="submit" className="button" disabled={sending.busy || asking.busy}>
              {t('settings.passkeys.add')}
            </button>
          </div>
        </form>
      ) : (
        remote.data !== null && <p>{t('settings.passkeys.atSignIn')}</p>
      )}
    </div>
  )
}

function PasskeyList({
  passkeys,
  busy,
  onRemove,
}: {
  passkeys: readonly Passkey[]
  busy: boolean
  onRemove: (passkey: Passkey) => void
}) {
  const { t } = useTranslation()
  if (passkeys.length === 0) return null
  return (
    <ul className="settings-list">
      {passkeys.map((passkey) => (
        <li key={passkey.id}>
          <span>
            <b>{passkey.name}</b>
            <small className="soft">
              {t('settings.passkeys.made')} <DayOf at={passkey.madeAt} />
            </small>
          </span>
          <button
            type="button"
            className="button"
            disabled={busy}
            aria-label={t('settings.passkeys.removeNamed', { name: passkey.name })}
            onClick={() => onRemove(passkey)}
          >
            {t('settings.passkeys.remove')}
          </button>
        </li>
      ))}
    </ul>
  )
}
