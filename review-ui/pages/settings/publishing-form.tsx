import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

type Publishing = WorkspaceSettings['publishing']

/** What of the workspace is published with a document: people's names or their roles, and which terms. */
export function PublishingForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: Publishing
  mayChange: boolean
  onSaved: (settings: WorkspaceSettings) => void
  /** Whether there is something unsaved. */
  onChanged: (changed: boolean) => void
}) {
  const { t } = useTranslation()
  const { form, changed, put, discard } = useEdits(saved)
  const saving = useSaving()
  useEffect(() => onChanged(changed), [changed, onChanged])
  const send = async () => {
    const reply = await saving.save(call('changeSettings', { body: { publishing: form } }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return (
    <SectionForm saving={saving} changed={changed} mayChange={mayChange} onSave={() => void send()} onDiscard={discard}>
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
