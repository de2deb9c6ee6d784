import { useTranslation } from 'react-i18next'
import { mostRetentionDays, type RetentionSettings, retentionKinds } from '../../../src/model/retention.ts'
import { Field } from '../../components/field.tsx'
import { SectionForm } from './section.tsx'
import { type SettingsFormProps, useSettingsForm } from './use-settings-form.ts'

/** How many days is kept what is needed no more. */
export function RetentionForm(props: SettingsFormProps<RetentionSettings>) {
  const { t } = useTranslation()
  const { form, put, section } = useSettingsForm(props, (retention) => ({ retention }))
  return (
    <SectionForm {...section}>
      {retentionKinds.map((kind) => (
        <Field
          key={kind}
          type="number"
          min={1}
          max={mostRetentionDays}
          step={1}
          label={t(`settings.retention.${kind}`)}
          hint={t(`settings.retention.${kind}Hint`)}
          value={form[kind] ?? ''}
          onChange={({ target }) => put({ [kind]: target.value === '' ? null : Math.trunc(Number(target.value)) })}
        />
      ))}
    </SectionForm>
  )
}
