import { useRef } from 'react'
import type { Finding } from '../../../../src/model/finding.ts'
import { useOnceDrawn } from '../../../interaction/focus.ts'
import type { EditorHandle } from './editor.tsx'
import type { RowState } from './use-row-state.ts'

/** The English of the row as keys, menu and panel change it: the editor is opened first where it is only read. */
export function useRowText({ permitted, writes, now }: RowState, onEdit: () => void) {
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
  return {
    editor,
    /** The text where it is only read. */
    read,
    focus() {
      if (editor.current) editor.current.focus()
      else read.current?.focus({ preventScroll: true })
    },
    edit: () => inEditor((field) => field.focus()),
    insert: (english: string) => inEditor((field) => field.insert(english)),
    replaceAll: (english: string) => inEditor((field) => field.replaceAll(english)),
    fix: ({ fix, target }: Finding) =>
      inEditor((field) => {
        if (fix === undefined) return
        if (target) field.replace(now.at(target.from), now.at(target.to), fix)
        else field.insert(fix)
      }),
  }
}

export type RowText = ReturnType<typeof useRowText>
