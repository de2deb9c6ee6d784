import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { NewPasswordFields } from '../../components/password-fields.tsx'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'
import { useSaving } from './use-saving.ts'

const nothing = { current: '', next: '', again: '' }

/** Changes one's own password. What the server refuses is said at the field that it concerns. */
export function PasswordForm({ onChanged }: { onChanged: (changed: boolean) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const [form, setForm] = useState(nothing)
  const [differs, setDiffers] = useState(false)
  const { busy, savedAt, failure, save } = useSaving()
  const begun = Object.values(form).some((value) => value !== '')
  useEffect(() => onChanged(begun), [begun, onChanged])
  const code = failure?.type === 'refusal' ? failure.code : undefined
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setDiffers(form.next !== form.again)
    if (form.next !== form.again) return
    const reply = await save(call('changePassword', { body: { current: form.current, next: form.next } }))
    if (reply === null) return
    setForm(nothing)
    announce(t('settings.password.changed'))
  }
  const ofNext = code === 'password-short' || code === 'text-too-long'
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <input type="text" name="login" autoComplete="username" value={me.login} readOnly hidden />
      <Field
        label={t('settings.password.current')}
        type="password"
        autoComplete="current-password"
        required
        value={form.current}
        onChange={(event) => setForm({ ...form, current: event.target.value })}
        wrong={code === 'wrong-password' ? t('settings.password.wrong') : undefined}
      />
      <NewPasswordFields
        value={form}
        differs={differs}
        wrong={failure !== null && ofNext ? words.failure(failure) : undefined}
        onChange={(next) => {
          setForm({ ...form, ...next })
          if (next.again !== form.again) setDiffers(false)
        }}
      />
      <FailureNotice failure={ofNext || code === 'wrong-password' ? null : failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button primary" disabled={busy || !begun}>
          {t('settings.password.submit')}
        </button>
        {savedAt !== null && !begun && (
          <span>
            <Icon name="met" /> {t('settings.password.changed')}
          </span>
        )}
      </div>
    </form>
  )
}
