import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermImportView } from '../../../src/contract/views/terms.ts'
import { type TableLook, type TermTableChoice, wordsOfTermColumns } from '../../../src/model/table-choice.ts'
import { call } from '../../api.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { choiceOf, isWhole } from './term-columns.tsx'

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

/** What a chosen file would do to the glossary, by its columns if it is a table, and the taking of it. */
export function useImport(
  file: File | null,
  { onFile, onImported }: { readonly onFile: (file: File) => void; readonly onImported: () => void },
) {
  const { t } = useTranslation()
  const [looked, setLooked] = useState<Looked | null>(null)
  const { busy, failure, send } = useSending()
  const [table, setTable] = useState<TermTable | null>(null)
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
  useEffect(() => {
    setLooked(null)
    if (file !== null) void latest.current(file)
  }, [file])
  const takeOfficial = async () => {
    const bytes = await send(call('officialTerms'))
    if (bytes !== null) onFile(new File([bytes], 'official_zh-CN_en.csv'))
  }
  return {
    looked,
    table,
    busy,
    failure,
    chooseColumns,
    /** Looks at another sheet of the file. */
    chooseSheet: (sheet: string) => file !== null && void lookAt(file, sheet),
    takeOfficial,
    /** Takes the file that was looked at. */
    confirm: () => looked !== null && void take(looked.file, false),
  }
}
