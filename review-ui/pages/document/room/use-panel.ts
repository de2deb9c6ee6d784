import { useRef, useState } from 'react'
import { useFocusList, useOnceDrawn } from '../../../interaction/focus.ts'
import type { ChosenSide } from '../logic/chosen-words.ts'
import type { Row } from '../logic/row.ts'
import type { PanelTab } from '../panel/panel.tsx'
import { mostInRow } from '../row/active-source.tsx'

/**
 * Which tab of the panel shows, and whether it is unfolded where there is no room for it beside the document. Until a
 * tab is chosen it shows the findings of a row that has more of them than stand under its Chinese.
 */
export function usePanel(row: Pick<Row, 'id' | 'unwaived'> | undefined) {
  const [chosen, setTab] = useState<PanelTab | null>(null)
  const [on, setOn] = useState<(ChosenSide & { readonly segment: string }) | null>(null)
  const [open, setOpen] = useState(false)
  const tabs = useFocusList<PanelTab>()
  const comment = useRef<HTMLTextAreaElement>(null)
  const issue = useRef<HTMLSelectElement>(null)
  const onceDrawn = useOnceDrawn()
  const show = (name: PanelTab) => {
    setTab(name)
    setOpen(true)
    onceDrawn(() => {
      const field = name === 'comments' ? comment.current : name === 'quality' ? issue.current : null
      if (field) field.focus()
      else tabs.focus(name)
    })
  }
  return {
    tab: chosen ?? (row !== undefined && row.unwaived.length > mostInRow ? 'findings' : 'terms'),
    setTab,
    open,
    setOpen,
    focus: { tabs, comment, issue },
    /** Shows a tab and gives it the focus. */
    show,
    /** The words that the next comment or issue is on. */
    on: on !== null && on.segment === row?.id ? on : null,
    setOn: (chosen: ChosenSide | null) => setOn(chosen && row ? { ...chosen, segment: row.id } : null),
    /** Begins a comment on words of the sentence, or an issue. */
    say(what: 'comments' | 'quality', segment: string, chosen: ChosenSide) {
      setOn({ ...chosen, segment })
      show(what)
    },
  }
}
