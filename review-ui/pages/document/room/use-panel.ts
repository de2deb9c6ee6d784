import { useRef, useState } from 'react'
import { useFocusList, useOnceDrawn } from '../../../interaction/focus.ts'
import type { PanelTab } from '../panel/panel.tsx'

/** Which tab of the panel shows, and whether it is unfolded where there is no room for it beside the document. */
export function usePanel() {
  const [tab, setTab] = useState<PanelTab>('terms')
  const [open, setOpen] = useState(false)
  const tabs = useFocusList<PanelTab>()
  const comment = useRef<HTMLTextAreaElement>(null)
  const onceDrawn = useOnceDrawn()
  return {
    tab,
    setTab,
    open,
    setOpen,
    focus: { tabs, comment },
    /** Shows a tab and gives it the focus. */
    show(name: PanelTab) {
      setTab(name)
      setOpen(true)
      onceDrawn(() => {
        if (name === 'comments') comment.current?.focus()
        else tabs.focus(name)
      })
    },
  }
}
