import { useTranslation } from 'react-i18next'
import { issueSeverities, type QualitySettings } from '../../../src/model/quality.ts'
import { Field } from '../../components/field.tsx'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { type SettingsFormProps, useSettingsForm } from './use-settings-form.ts'

/** How issues weigh, which score passes, and what that does. */
export function QualityForm(props: SettingsFormProps<QualitySettings>) {
  const { t } = useTranslation()
  const { form, put, section } = useSettingsForm(props, (quality) => ({ quality }))
  return (
    <SectionForm {...section}>
      <fieldset className="field">
        <legend className="label">{t('quality.settings.weights')}</legend>
        <div className="weights">
          {issueSeverities.map((severity) => (
            <Field
              key={severity}
              type="number"
              min={0}
              max={1000}
              step="any"
              label={t(`quality.severity.${severity}`)}
              value={form.weights[severity]}
              onChange={({ target }) => put({ weights: { ...form.weights, [severity]: Number(target.value) } })}
            />
          ))}
        </div>
      </fieldset>
      <Choices legend={t('quality.settings.measure')}>
        {(['words', 'characters'] as const).map((measure) => (
          <Choice
            key={measure}
            name="quality-measure"
            chosen={form.measure === measure}
            onChoose={() => put({ measure })}
          >
            {t(`quality.settings.${measure}`)}
          </Choice>
        ))}
      </Choices>
      <Field
        type="number"
        min={0}
        max={100}
        step="any"
        label={t('quality.settings.passMark')}
        hint={t('quality.settings.passMarkHint')}
        value={form.passMark ?? ''}
        onChange={({ target }) => put({ passMark: target.value === '' ? null : Number(target.value) })}
      />
      <Choices legend={t('quality.settings.gate')}>
        {(['nothing', 'warn', 'block'] as const).map((gate) => (
          <Choice key={gate} name="quality-gate" chosen={form.gate === gate} onChoose={() => put({ gate })}>
            {t(`quality.settings.${gate}`)}
          </Choice>
        ))}
        <p className="hint">{t('quality.settings.gateHint')}</p>
      </Choices>
    </SectionForm>
  )
}
