import { useTranslation } from 'react-i18next'
import { workSteps } from '../../../src/model/assignment.ts'
import { type OfficeSteps, revisionCounts } from '../../../src/model/office-steps.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { type SettingsFormProps, useSettingsForm } from './use-settings-form.ts'

/** How many people revise every sentence, and which steps only those do to whom they are given. */
export function StepsForm(props: SettingsFormProps<OfficeSteps>) {
  const { t } = useTranslation()
  const { form, put, section } = useSettingsForm(props, (steps) => ({ steps }))
  return (
    <SectionForm {...section}>
      <Choices legend={t('revisionsAsked.settings.revisions')}>
        {revisionCounts.map((count) => (
          <Choice
            key={count}
            name="revisions"
            chosen={form.revisions === count}
            onChoose={() => put({ revisions: count })}
          >
            {t('revisionsAsked.people', { count })}
          </Choice>
        ))}
        <p className="hint">{t('revisionsAsked.settings.revisionsHint')}</p>
      </Choices>
      <fieldset className="field choices">
        <legend className="label">{t('revisionsAsked.settings.assignedOnly')}</legend>
        {workSteps.map((step) => (
          <label key={step} className="check">
            <input
              type="checkbox"
              checked={form.assignedOnly[step]}
              onChange={({ target }) => put({ assignedOnly: { ...form.assignedOnly, [step]: target.checked } })}
            />
            <span>{t(`revisionsAsked.settings.only.${step}`)}</span>
          </label>
        ))}
        <p className="hint">{t('revisionsAsked.settings.assignedOnlyHint')}</p>
      </fieldset>
    </SectionForm>
  )
}
