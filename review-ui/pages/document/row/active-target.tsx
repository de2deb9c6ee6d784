import { useTranslation } from 'react-i18next'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { CodeBar } from './code-bar.tsx'
import { Conflict } from './conflict.tsx'
import { OriginLine } from './draft-origin.tsx'
import { Editor } from './editor.tsx'
import { JudgedText } from './judged-text.tsx'
import { moved } from './marked-text.tsx'
import { useCompletion } from './use-completion.ts'
import type { RowState } from './use-row-state.ts'
import type { RowText } from './use-row-text.ts'

/** The English of the active row: in the editor, or to be judged. */
export function ActiveTarget({
  row,
  reading,
  state: { saving, text, markers, now, open, writes, changedSince, marks },
  text: { editor, read, focus, putCode },
  caret,
  plainly,
  onPlainly,
  onType,
  onBlur,
  onEscape,
  onStep,
  onLetter,
}: {
  row: Row
  reading: Reading
  state: RowState
  text: RowText
  caret: number | null
  /** Whether what changed since it was last judged is hidden. */
  plainly: boolean
  onPlainly: (plainly: boolean) => void
  onType: (text: string) => void
  onBlur: () => void
  onEscape: () => void
  onStep: (by: 1 | -1) => void
  /** A letter was pressed where the English is only read; whether something was done. */
  onLetter: (letter: string) => boolean
}) {
  const { t } = useTranslation()
  const complete = useCompletion(row, reading, marks)
  return (
    <>
      <OriginLine row={row} />
      {saving && <Conflict segment={row.id} saving={saving} onSettled={focus} />}
      {writes && <CodeBar source={row.segment.source} text={text} markers={markers} onPut={putCode} />}
      {writes ? (
        <Editor
          ref={editor}
          label={t('document.englishOf', { number: row.number })}
          value={text}
          markers={markers}
          findings={moved(open, now.at)}
          caret={caret}
          onType={onType}
          onLeave={onBlur}
          onEscape={onEscape}
          onStep={onStep}
          complete={complete}
        />
      ) : (
        <JudgedText
          ref={read}
          row={row}
          findings={open}
          before={changedSince}
          plainly={plainly}
          onPlainly={onPlainly}
          onLetter={onLetter}
        />
      )}
    </>
  )
}
