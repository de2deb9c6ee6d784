import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLetters } from '../../../../src/model/code-letters.ts'
import { type Finding, isAboutCodes } from '../../../../src/model/finding.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { useOnceDrawn } from '../../../interaction/focus.ts'
import { announce } from '../../../shell/announce.tsx'
import { toEditable } from '../../../text/editable.ts'
import { mendCodes } from '../../../text/mend-codes.ts'
import { codeInPlaceOf, nextCode, offeredCodes } from '../logic/next-code.ts'
import type { EditorHandle } from './editor.tsx'
import type { RowState } from './use-row-state.ts'

/** The English of the row as keys, menu and panel change it: the editor is opened first where it is only read. */
export function useRowText(
  { source }: SegmentState,
  { permitted, writes, now, text, markers }: RowState,
  onEdit: () => void,
) {
  const { t } = useTranslation()
  const editor = useRef<EditorHandle>(null)
  const read = useRef<HTMLDivElement>(null)
  const onceDrawn = useOnceDrawn()
  const inEditor = (act: (editor: EditorHandle) => void) => {
    if (permitted.edit !== null) return
    if (!writes) onEdit()
    onceDrawn(() => {
      if (editor.current) act(editor.current)
    })
  }
  /** Puts a code in at the cursor or round what is chosen, the next that is missing unless one is named; or goes to it. */
  const putCode = (letter?: string) =>
    inEditor((field) => {
      const codes = offeredCodes(markers, codeLetters(source), text)
      const code = letter === undefined ? nextCode(codes) : codes.find((offered) => offered.letter === letter)
      if (code === undefined) return announce(t('codes.allPlaced'))
      const { from, to } = field.chosen()
      const words = codeInPlaceOf(text.slice(from, to), code)
      if (words !== null) {
        field.replace(from, to, words)
        return announce(t('codes.put', { code: code.letter }))
      }
      const [marker = ''] = code.markers
      field.choose(text.indexOf(marker), text.indexOf(marker) + marker.length)
    })
  return {
    editor,
    putCode,
    /** The text where it is only read. */
    read,
    focus() {
      if (editor.current) editor.current.focus()
      else read.current?.focus({ preventScroll: true })
    },
    edit: () => inEditor((field) => field.focus()),
    insert: (english: string) => inEditor((field) => field.insert(english)),
    replaceAll: (english: string) => inEditor((field) => field.replaceAll(english)),
    fix(finding: Finding) {
      const { code, params, fix, target } = finding
      if (code === 'code-missing') return putCode(params.code)
      inEditor((field) => {
        if (isAboutCodes(finding)) return field.replaceAll(toEditable(mendCodes(source, now.inline), source))
        if (fix === undefined) return
        if (target) field.replace(now.at(target.from), now.at(target.to), fix)
        else field.insert(fix)
      })
    },
  }
}

export type RowText = ReturnType<typeof useRowText>
