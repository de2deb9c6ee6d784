import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { typedLabels } from './logic/grouping.ts'
import type { Shelf } from './use-shelf.ts'

/** Puts labels on a document or takes them off: those that the office has, and new ones. */
export function LabelsDialog({
  document,
  labels,
  shelf,
}: {
  document: DocumentSummary
  labels: readonly string[]
  shelf: Shelf
}) {
  const { t } = useTranslation()
  const [on, setOn] = useState<readonly string[]>(document.labels)
  const [typed, setTyped] = useState('')
  const toggle = (label: string) => setOn(on.includes(label) ? on.filter((one) => one !== label) : [...on, label])
  return (
    <Dialog title={t('documents.labelTitle')} onClose={() => shelf.change(null)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void shelf.setLabels(document, [...on, ...typedLabels(typed)])
        }}
      >
        <p>
          <span className="zh" lang="zh-CN">
            {document.title}
          </span>{' '}
          <span className="soft">{document.filename}</span>
        </p>
        {labels.length > 0 && (
          <fieldset className="checkbox-group">
            <legend>{t('documents.labelsThere')}</legend>
            {labels.map((label) => (
              <label key={label}>
                <input type="checkbox" checked={on.includes(label)} onChange={() => toggle(label)} /> {label}
              </label>
            ))}
          </fieldset>
        )}
        <Field
          label={t('documents.labelNew')}
          hint={t('documents.labelNewHint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
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
