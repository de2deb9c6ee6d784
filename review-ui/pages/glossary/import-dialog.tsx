import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermImportView } from '../../../src/contract/views/terms.ts'
import { type TableLook, type TermTableChoice, wordsOfTermColumns } from '../../../src/model/table-choice.ts'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { ImportReport } from './import-report.tsx'
import { choiceOf, isWhole, TermColumns } from './term-columns.tsx'

/** What is known of a file: what it would do, or did. */
interface Looked {
  readonly file: File
  readonly view: TermImportView
  readonly done: boolean
}

/** A table of terms, and what its columns are; `isChosen`: people said so, and not its headings. */
interface TermTable {
  readonly look: TableLook
  readonly choice: TermTableChoice
  readonly isChosen: boolean
}

function columnsOf(choice: TermTableChoice) {
  return { columns: wordsOfTermColumns(choice), ...(choice.sheet !== undefined && { sheet: choice.sheet }) }
}

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
  const [looked, setLooked] = useState<Looked | null>(null)
  const { busy, failure, send } = useSending()
  const [table, setTable] = useState<TermTable | null>(null)
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const asked = useRef(0)
  const take = async (bytes: File, dryRun: boolean, chosen = table?.isChosen ? table.choice : null) => {
    const query = { filename: bytes.name, dryRun, ...(chosen && columnsOf(chosen)) }
    const number = ++asked.current
    const view = await send(call('importTerms', { query, bytes }))
    // Of two looks in a row only the second counts, whichever answer comes first.
    if (dryRun && number !== asked.current) return null
    if (view === null) {
      setLooked(null)
      return false
    }
    setLooked({ file: bytes, view, done: !dryRun })
    if (dryRun) return true
    announce(t('glossary.import.done'))
    onImported()
    return true
  }
  /** The table that the file is, if it is one, for its columns to be chosen. */
  const lookAt = async (bytes: File, sheet?: string, isNamed = false) => {
    const query = { filename: bytes.name, ...(sheet !== undefined && { sheet }) }
    const number = asked.current
    const outcome = await call('lookAtTerms', { query, bytes })
    if (number !== asked.current) return
    const look = outcome.type === 'reply' ? outcome.reply.table : null
    if (look === null) return setTable(null)
    const choice = choiceOf(look)
    setTable({ look, choice, isChosen: !isNamed })
    // Where no heading names the columns, what is guessed of them is shown with what it would do.
    if (!isNamed && isWhole(choice)) await take(bytes, true, choice)
  }
  const chooseColumns = (choice: TermTableChoice) => {
    setTable((before) => before && { ...before, choice, isChosen: true })
    if (file !== null && isWhole(choice)) void take(file, true, choice)
  }
  const begin = async (chosen: File) => {
    setTable(null)
    const isNamed = await take(chosen, true, null)
    if (isNamed === null) return
    if (/\.(?:csv|xlsx)$/i.test(chosen.name)) await lookAt(chosen, undefined, isNamed)
  }
  const latest = useRef(begin)
  latest.current = begin
  const choose = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    setLooked(null)
    if (file !== null) void latest.current(file)
  }, [file])
  // What is asked next is where one goes on; whoever chooses columns stays there while they are looked at.
  const stage = looked === null ? null : looked.done ? 'done' : 'looked'
  useEffect(() => {
    const atColumns = document.activeElement?.closest('.table-columns') !== null
    if (stage !== null && !(stage === 'looked' && atColumns)) confirm.current?.focus()
  }, [stage])
  const takeOfficial = async () => {
    const bytes = await send(call('officialTerms'))
    if (bytes !== null) onFile(new File([bytes], 'official_zh-CN_en.csv'))
  }
  const taken = looked === null ? 0 : looked.view.added + looked.view.changed
  return (
    <Dialog title={t('glossary.import.title')} first={choose} onClose={onClose}>
      <div className="stack">
        {file === null && (
          <>
            <p>{t('glossary.import.meaning')}</p>
            <p>
              <button type="button" className="button" disabled={busy} onClick={() => void takeOfficial()}>
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
              onChoose={chooseColumns}
              onSheet={(sheet) => void lookAt(file, sheet)}
            />
          </details>
        )}
        {looked !== null && (
          <ImportReport filename={looked.file.name} view={looked.view} done={looked.done} busy={busy} />
        )}
        <div className="row-of-buttons">
          {looked !== null && !looked.done && taken > 0 && (
            <button
              ref={confirm}
              type="button"
              className="button primary"
              disabled={busy}
              onClick={() => void take(looked.file, false)}
            >
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
