import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api.ts'
import { useMe } from '../shell/session.tsx'
import { useWords } from './coded-words.tsx'
import { Field } from './field.tsx'

/** The password of whoever is signed in, asked for again before an act that everybody reads. */
export function PresentPasswordField({
  hint,
  value,
  failure,
  onChange,
}: {
  hint: string
  value: string
  failure: Failure | null
  onChange: (password: string) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  return (
    <>
      {/* Password managers look for the name beside the password. */}
      <input type="text" autoComplete="username" value={me.login} readOnly hidden />
      <Field
        label={t('signOff.password', { name: me.name })}
        hint={hint}
        type="password"
        autoComplete="current-password"
        required
        value={value}
        wrong={failure === null ? undefined : words.failure(failure)}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}

export interface NewPassword {
  readonly next: string
  readonly again: string
}

/** A new password, typed twice. */
export function NewPasswordFields({
  ref,
  value,
  differs,
  wrong,
  onChange,
}: {
  ref?: Ref<HTMLInputElement>
  value: NewPassword
  /** Whether the two were sent and are not the same. */
  differs: boolean
  /** What the server has against the password. */
  wrong?: string | undefined
  onChange: (value: NewPassword) => void
}) {
  const { t } = useTranslation()
  const password = { type: 'password', autoComplete: 'new-password', required: true } as const
  return (
    <>
      <Field
        {...password}
        {...(ref && { ref })}
        label={t('invitation.password')}
        hint={t('invitation.hint')}
        value={value.next}
        wrong={wrong}
        onChange={(event) => onChange({ ...value, next: event.target.value })}
      />
      <Field
        {...password}
        label={t('invitation.again')}
        value={value.again}
        wrong={differs ? t('invitation.differs') : undefined}
        onChange={(event) => onChange({ ...value, again: event.target.value })}
      />
    </>
  )
}
