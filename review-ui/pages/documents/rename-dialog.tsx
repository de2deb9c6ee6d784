import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import type { Shelf } from './use-shelf.ts'

/** Gives a document a name beside its titles, or takes it away. */
export function RenameDialog({ document, shelf }: { document: DocumentSummary; shelf: Shelf }) {
  const { t } = useTranslation()
  const first = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(document.name)
  return (
    <Dialog title={t('documents.renameTitle')} first={first} onClose={() => shelf.change(null)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void shelf.setName(document, name)
        }}
      >
        <p>
          <span className="zh" lang="zh-CN">
            {document.title}
          </span>{' '}
          <span className="soft">{document.filename}</span>
        </p>
        <Field
          ref={first}
          label={t('documents.name')}
          hint={t('documents.nameHint')}
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <FailureNotice failure={shelf.sending.failure} />
        <DialogButtons
          submit={t('documents.saveName')}
          disabled={shelf.sending.busy}
          onCancel={() => shelf.change(null)}
        />
      </form>
    </Dialog>
  )
}
