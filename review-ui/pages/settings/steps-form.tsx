import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { workSteps } from '../../../src/model/assignment.ts'
import { type OfficeSteps, revisionCounts } from '../../../src/model/office-steps.ts'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

/** How many people revise every sentence, and which steps only those do to whom they are given. */
export function StepsForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: OfficeSteps
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
    const reply = await saving.save(call('changeSettings', { body: { steps: form } }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return (
    <SectionForm saving={saving} changed={changed} mayChange={mayChange} onSave={() => void send()} onDiscard={discard}>
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
