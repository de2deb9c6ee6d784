import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { mostRetentionDays, retentionKinds } from '../../../src/model/retention.ts'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { Field } from '../../components/field.tsx'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

/** How many days is kept what is needed no more. */
export function RetentionForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: WorkspaceSettings['retention']
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
    const reply = await saving.save(call('changeSettings', { body: { retention: form } }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return (
    <SectionForm saving={saving} changed={changed} mayChange={mayChange} onSave={() => void send()} onDiscard={discard}>
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
