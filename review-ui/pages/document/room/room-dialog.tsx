import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../components/dialog.tsx'
import { KeySheet } from '../dialogs/key-sheet.tsx'

/** The dialog of the room that is open: its keys, or its contents where there is no room for them beside the document. */
export function RoomDialog({
  shown,
  contents,
  onClose,
}: {
  shown: 'keys' | 'contents' | null
  contents: ReactNode
  onClose: () => void
}) {
  const { t } = useTranslation()
  if (shown === null) return null
  if (shown === 'keys') return <KeySheet onClose={onClose} />
  return (
    <Dialog title={t('outline.label')} onClose={onClose}>
      <div className="outline">{contents}</div>
    </Dialog>
  )
}
