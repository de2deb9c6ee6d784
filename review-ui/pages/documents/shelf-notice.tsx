import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { RenameDialog } from './rename-dialog.tsx'
import type { Shelf } from './use-shelf.ts'

/** What became of a document that was put away, with the way back; the dialog for its name; and what went wrong. */
export function ShelfNotice({ shelf }: { shelf: Shelf }) {
  const { t } = useTranslation()
  const { away, renaming, sending } = shelf
  return (
    <>
      {renaming === null && <FailureNotice failure={sending.failure} />}
      {away !== null && (
        <Notice
          key={away.id}
          aside={
            <button ref={focusOnArrival} type="button" className="button" onClick={() => void shelf.restore(away)}>
              {t('documents.undo')}
            </button>
          }
        >
          {t('documents.archivedNow')} <span lang="zh-CN">{away.title}</span>
          {away.name !== '' && `, ${away.name}`} · {away.filename}
        </Notice>
      )}
      {renaming !== null && <RenameDialog document={renaming} shelf={shelf} />}
    </>
  )
}
