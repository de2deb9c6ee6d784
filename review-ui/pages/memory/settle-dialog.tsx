import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedMemoryView } from '../../../src/contract/views/memory.ts'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { useSending } from '../../interaction/use-sending.ts'

/** What a memory is called, what its matches lose, whether it goes before others, and whether it can be corrected. */
export function SettleDialog({
  memory,
  onClose,
  onDone,
}: {
  memory: ImportedMemoryView
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation()
  const first = useRef<HTMLInputElement>(null)
  const { busy, failure, send } = useSending()
  const { id, ...before } = memory
  const [name, setName] = useState(before.name)
  const [penalty, setPenalty] = useState(before.penalty)
  const [priority, setPriority] = useState(before.priority)
  const [readOnly, setReadOnly] = useState(before.readOnly)
  const settle = async () => {
    const body = { name: name.trim(), penalty, priority, readOnly }
    if ((await send(call('settleMemory', { params: { memory: id }, body }))) !== null) await onDone()
  }
  return (
    <Dialog title={t('memories.settleTitle')} first={first} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void settle()
        }}
      >
        <Field
          ref={first}
          label={t('memories.name')}
          required
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t('memories.penalty')}
          hint={t('memories.penaltyHint')}
          type="number"
          min={0}
          max={30}
          required
          value={penalty}
          onChange={(event) => setPenalty(event.target.valueAsNumber)}
        />
        <Field
          label={t('memories.priority')}
          hint={t('memories.priorityHint')}
          type="number"
          min={-9}
          max={9}
          required
          value={priority}
          onChange={(event) => setPriority(event.target.valueAsNumber)}
        />
        <label className="check">
          <input type="checkbox" checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)} />{' '}
          {t('memories.readOnlyMeans')}
        </label>
        <FailureNotice failure={failure} />
        <DialogButtons submit={t('memories.save')} disabled={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
