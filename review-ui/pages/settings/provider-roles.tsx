import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { roles } from '../../../src/model/people.ts'
import { Field } from '../../components/field.tsx'
import type { ProviderForm } from './logic/provider.ts'

/** The values that give each role, and whether whoever has one gets an account. */
export function ProviderRoles({
  form,
  missing,
  onChange,
}: {
  form: ProviderForm
  /** Whether no role has a value, and that was tried to be saved. */
  missing: boolean
  onChange: (change: Partial<ProviderForm>) => void
}) {
  const { t } = useTranslation()
  const hint = useId()
  return (
    <fieldset className="provider-roles stack" aria-describedby={hint}>
      <legend>{t('settings.provider.values')}</legend>
      <p className="hint" id={hint}>
        {t('settings.provider.valuesHint')}
      </p>
      {roles.map((role) => (
        <Field
          key={role}
          label={t(`role.${role}`)}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          value={form[role]}
          onChange={(event) => onChange({ [role]: event.target.value })}
        />
      ))}
      {missing && (
        <p className="wrong" role="alert">
          {t('settings.provider.valuesMissing')}
        </p>
      )}
      <label className="provider-makes">
        <input
          type="checkbox"
          checked={form.makesAccounts}
          onChange={(event) => onChange({ makesAccounts: event.target.checked })}
        />{' '}
        {t('settings.provider.makes')}
      </label>
    </fieldset>
  )
}
