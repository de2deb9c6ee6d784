import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountSettings } from '../../../src/model/counts.ts'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { Choice, Choices } from './choices.tsx'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

/** Whether counts tell people apart. */
export function CountsForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: CountSettings
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
    const reply = await saving.save(call('changeSettings', { body: { counts: form } }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return (
    <SectionForm saving={saving} changed={changed} mayChange={mayChange} onSave={() => void send()} onDiscard={discard}>
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
