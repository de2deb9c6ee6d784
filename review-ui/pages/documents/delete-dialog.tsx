import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import type { Shelf } from './use-shelf.ts'

/** Says what it means to delete a document, and does it. */
export function DeleteDialog({ document, shelf }: { document: DocumentSummary; shelf: Shelf }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('documents.deleteTitle')} onClose={() => shelf.change(null)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void shelf.remove(document)
        }}
      >
        <p>
          <b className="zh" lang="zh-CN">
            {document.title}
          </b>{' '}
          {document.name} <span className="soft">{document.filename}</span>
        </p>
        <p>{t('documents.deleteAbout')}</p>
        <FailureNotice failure={shelf.sending.failure} />
        <DialogButtons
          submit={t('documents.deleteIt')}
          disabled={shelf.sending.busy}
          onCancel={() => shelf.change(null)}
        />
      </form>
    </Dialog>
  )
}
