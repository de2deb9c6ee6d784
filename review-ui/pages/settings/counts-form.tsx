import { useTranslation } from 'react-i18next'
import type { CountSettings } from '../../../src/model/counts.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { type SettingsFormProps, useSettingsForm } from './use-settings-form.ts'

/** Whether counts tell people apart. */
export function CountsForm(props: SettingsFormProps<CountSettings>) {
  const { t } = useTranslation()
  const { form, put, section } = useSettingsForm(props, (counts) => ({ counts }))
  return (
    <SectionForm {...section}>
      <Choices legend={t('counts.settings.people')}>
        {([false, true] as const).map((people) => (
          <Choice
            key={String(people)}
            name="counts-people"
            chosen={form.people === people}
            onChoose={() => put({ people })}
          >
            {t(`counts.settings.${people ? 'on' : 'off'}`)}
          </Choice>
        ))}
        <p className="hint">{t('counts.settings.hint')}</p>
      </Choices>
    </SectionForm>
  )
}
