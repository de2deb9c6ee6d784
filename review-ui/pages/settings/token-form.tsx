import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TokenScope, tokenLimits, tokenScopes } from '../../../src/model/api-token.ts'
import { call, type Reply } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { useSending } from '../../interaction/use-sending.ts'

interface Form {
  readonly name: string
  readonly days: string
  readonly scopes: readonly TokenScope[]
}

const nothing: Form = { name: '', days: '90', scopes: ['read'] }

/** Makes a token: what it is for, what it may do, and for how long. */
export function TokenForm({ onMade }: { onMade: (made: Reply<'makeToken'>) => void }) {
  const { t } = useTranslation()
  const legend = useId()
  const [form, setForm] = useState<Form>(nothing)
  const [asked, setAsked] = useState(false)
  const sending = useSending()
  const days = Number(form.days)
  const nameMissing = form.name.trim() === ''
  const daysWrong = !Number.isInteger(days) || days < 1 || days > tokenLimits.days
  const scopesMissing = form.scopes.length === 0
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (nameMissing || daysWrong || scopesMissing) return
    const made = await sending.send(call('makeToken', { body: { name: form.name, scopes: [...form.scopes], days } }))
    if (made === null) return
    setForm(nothing)
    setAsked(false)
    onMade(made)
  }
  const choose = (scope: TokenScope, on: boolean) =>
    setForm({ ...form, scopes: tokenScopes.filter((one) => (one === scope ? on : form.scopes.includes(one))) })
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <Field
        label={t('settings.tokens.name')}
        placeholder={t('settings.tokens.namePlaceholder')}
        maxLength={100}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
        wrong={asked && nameMissing ? t('settings.tokens.nameMissing') : undefined}
      />
      <fieldset className="checkbox-group" aria-describedby={asked && scopesMissing ? legend : undefined}>
        <legend>{t('settings.tokens.scopes')}</legend>
        {tokenScopes.map((scope) => (
          <label key={scope}>
            <input
              type="checkbox"
              checked={form.scopes.includes(scope)}
              onChange={(event) => choose(scope, event.target.checked)}
            />{' '}
            {t(`settings.tokens.scope.${scope}`)}
          </label>
        ))}
        {asked && scopesMissing && (
          <p className="wrong" id={legend} role="alert">
            {t('settings.tokens.scopesMissing')}
          </p>
        )}
      </fieldset>
      <Field
        label={t('settings.tokens.days')}
        inputMode="numeric"
        value={form.days}
        onChange={(event) => setForm({ ...form, days: event.target.value })}
        wrong={asked && daysWrong ? t('settings.tokens.daysWrong', { most: tokenLimits.days }) : undefined}
      />
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('settings.tokens.make')}
        </button>
      </div>
    </form>
  )
}
