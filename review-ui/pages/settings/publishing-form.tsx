import { useTranslation } from 'react-i18next'
import type { PublishingSettings } from '../../../src/model/settings.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { type SettingsFormProps, useSettingsForm } from './use-settings-form.ts'

/** What of the workspace is published with a document: people's names or their roles, and which terms. */
export function PublishingForm(props: SettingsFormProps<PublishingSettings>) {
  const { t } = useTranslation()
  const { form, put, section } = useSettingsForm(props, (publishing) => ({ publishing }))
  return (
    <SectionForm {...section}>
      <Choices legend={t('settings.publishing.names')}>
        {(['people', 'roles'] as const).map((names) => (
          <Choice key={names} name="published-names" chosen={form.names === names} onChoose={() => put({ names })}>
            {t(`settings.publishing.${names}`)}
          </Choice>
        ))}
        <p className="hint">{t('settings.publishing.namesHint')}</p>
      </Choices>
      <Choices legend={t('settings.publishing.terms')}>
        {([false, true] as const).map((proposedTerms) => (
          <Choice
            key={String(proposedTerms)}
            name="published-terms"
            chosen={form.proposedTerms === proposedTerms}
            onChoose={() => put({ proposedTerms })}
          >
            {t(`settings.publishing.${proposedTerms ? 'proposed' : 'approved'}`)}
          </Choice>
        ))}
        <p className="hint">{t('settings.publishing.termsHint')}</p>
      </Choices>
    </SectionForm>
  )
}
