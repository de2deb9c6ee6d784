import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { LabelsDialog } from './labels-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import type { Shelf } from './use-shelf.ts'

/** What became of a document that was put away, with the way back, or deleted; the dialogs of its line; and what went wrong. */
export function ShelfNotice({ shelf, labels }: { shelf: Shelf; labels: readonly string[] }) {
  const { t } = useTranslation()
  const { away, deleted, changing, sending } = shelf
  return (
    <>
      {changing === null && <FailureNotice failure={sending.failure} />}
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
      {deleted !== null && (
        <Notice key={deleted.id}>
          {t('documents.deletedNow')} <span lang="zh-CN">{deleted.title}</span>
          {deleted.name !== '' && `, ${deleted.name}`} · {deleted.filename}
        </Notice>
      )}
      {changing?.what === 'deletion' && <DeleteDialog document={changing.document} shelf={shelf} />}
      {changing?.what === 'name' && <RenameDialog document={changing.document} shelf={shelf} />}
      {changing?.what === 'labels' && <LabelsDialog document={changing.document} labels={labels} shelf={shelf} />}
    </>
  )
}
