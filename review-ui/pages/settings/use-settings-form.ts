import { useEffect } from 'react'
import type { SettingsChange, WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

/** What the form of one part of the office's settings is given. */
export interface SettingsFormProps<T> {
  readonly saved: T
  readonly mayChange: boolean
  readonly onSaved: (settings: WorkspaceSettings) => void
  /** Whether there is something unsaved. */
  readonly onChanged: (changed: boolean) => void
}

/** The edits of such a form, and what its section needs to save them; `changeOf`: the change that makes the form the settings. */
export function useSettingsForm<T extends object>(
  { saved, mayChange, onSaved, onChanged }: SettingsFormProps<T>,
  changeOf: (form: T) => SettingsChange,
) {
  const { form, changed, put, discard } = useEdits(saved)
  const saving = useSaving()
  useEffect(() => onChanged(changed), [changed, onChanged])
  const send = async () => {
    const reply = await saving.save(call('changeSettings', { body: changeOf(form) }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return { form, put, section: { saving, changed, mayChange, onSave: () => void send(), onDiscard: discard } }
}
