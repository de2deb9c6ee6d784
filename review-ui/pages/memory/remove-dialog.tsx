import { useTranslation } from 'react-i18next'
import type { ImportedMemoryView } from '../../../src/contract/views/memory.ts'
import { addressOf, call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { DownloadLink } from '../../components/download-link.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'

/** Takes a memory out of all lookups, after a word about what that means and a way to keep a copy. */
export function RemoveDialog({
  memory,
  onClose,
  onDone,
}: {
  memory: ImportedMemoryView
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t, i18n } = useTranslation()
  const { busy, failure, send } = useSending()
  const { id, name, pairs } = memory
  const remove = async () => {
    if ((await send(call('removeMemory', { params: { memory: id } }))) !== null) await onDone()
  }
  return (
    <Dialog title={t('memories.removeTitle', { name })} onClose={onClose}>
      <div className="stack">
        <p>{t('memories.removeMeans', { count: pairs, pairs: pairs.toLocaleString(i18n.language) })}</p>
        <div>
          <DownloadLink href={addressOf('exportMemory', { memory: id })}>{t('memories.exportFirst')}</DownloadLink>
        </div>
        <FailureNotice failure={failure} />
        <DialogButtons
          submit={t('memories.removeNow')}
          disabled={busy}
          onSubmit={() => void remove()}
          onCancel={onClose}
        />
      </div>
    </Dialog>
  )
}
