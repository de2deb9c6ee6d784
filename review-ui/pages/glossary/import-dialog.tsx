import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { ImportReport } from './import-report.tsx'
import { TermColumns } from './term-columns.tsx'
import { useImport } from './use-import.ts'

/** Takes a file into the glossary: shows first what it would do, row by row where something is refused. */
export function ImportDialog({
  file,
  over,
  onFile,
  onImported,
  onClose,
}: {
  file: File | null
  /** Whether a file is held over the page. */
  over: boolean
  onFile: (file: File) => void
  onImported: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const { looked, table, busy, failure, ...importing } = useImport(file, { onFile, onImported })
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const choose = useRef<HTMLButtonElement>(null)
  // What is asked next is where one goes on; whoever chooses columns stays there while they are looked at.
  const stage = looked === null ? null : looked.done ? 'done' : 'looked'
  useEffect(() => {
    const atColumns = document.activeElement?.closest('.table-columns') !== null
    if (stage !== null && !(stage === 'looked' && atColumns)) confirm.current?.focus()
  }, [stage])
  const taken = looked === null ? 0 : looked.view.added + looked.view.changed
  return (
    <Dialog title={t('glossary.import.title')} first={choose} onClose={onClose}>
      <div className="stack">
        {file === null && (
          <>
            <p>{t('glossary.import.meaning')}</p>
            <p>
              <button type="button" className="button" disabled={busy} onClick={() => void importing.takeOfficial()}>
                {t('glossary.import.official')}
              </button>
            </p>
            <p className="soft">{t('glossary.import.officialMeaning')}</p>
          </>
        )}
        <div className={over ? 'import over' : 'import'}>
          <button ref={choose} type="button" className="button" disabled={busy} onClick={() => input.current?.click()}>
            {t(file === null ? 'glossary.import.choose' : 'glossary.import.another')}
          </button>
          <p className="soft" role="status">
            {busy && file !== null
              ? t('glossary.import.looking', { name: file.name })
              : (file?.name ?? t('glossary.import.drop'))}
          </p>
          <input
            ref={input}
            type="file"
            hidden
            accept={formats.data?.glossaries.join()}
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              // The same file can be chosen again once it was corrected.
              event.target.value = ''
              if (chosen !== undefined) onFile(chosen)
            }}
          />
        </div>
        <FailureNotice failure={failure} />
        {file !== null && table !== null && !looked?.done && (
          // What names no columns asks for them.
          <details open={looked === null || table.isChosen}>
            <summary>{t('glossary.import.columns')}</summary>
            <TermColumns
              look={table.look}
              choice={table.choice}
              onChoose={importing.chooseColumns}
              onSheet={importing.chooseSheet}
            />
          </details>
        )}
        {looked !== null && (
          <ImportReport filename={looked.file.name} view={looked.view} done={looked.done} busy={busy} />
        )}
        <div className="row-of-buttons">
          {looked !== null && !looked.done && taken > 0 && (
            <button ref={confirm} type="button" className="button primary" disabled={busy} onClick={importing.confirm}>
              {t('glossary.import.take', { count: taken })}
            </button>
          )}
          <button ref={looked?.done || taken === 0 ? confirm : null} type="button" className="button" onClick={onClose}>
            {t(looked?.done ? 'common.close' : 'common.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
