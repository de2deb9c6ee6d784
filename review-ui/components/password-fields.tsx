import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'

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
