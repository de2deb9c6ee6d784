import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../api.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { DialogButtons } from '../../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { TextArea } from '../../../components/field.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { isSubmit } from '../../../keys/keys.ts'

/** Leaves a suggestion as it is, with a word to whoever made it, or none. */
export function LeaveDialog({
  words,
  send,
  onClose,
}: {
  words: string
  send: (reason: string) => Promise<Failure | null>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const first = useRef<HTMLTextAreaElement>(null)
  const { busy, failure, step } = useSending()
  const go = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!busy && (await step(send(reason.trim())))) onClose()
  }
  return (
    <Dialog title={t('suggestion.leaveTitle')} first={first} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void go(event)}>
        <p className="en" lang="en">
          {words}
        </p>
        <TextArea
          ref={first}
          label={t('suggestion.leaveWhy')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (isSubmit(event.nativeEvent)) void go()
          }}
        />
        <FailureNotice failure={failure} />
        <DialogButtons submit={t('suggestion.leave')} disabled={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
