import { useEffect, useRef } from 'react'
import { isDialogOpen } from '../../components/dialog.tsx'

/** What the clipboard has: its words, and the page that they are part of; '' for none. */
export interface Pasted {
  readonly text: string
  readonly html: string
}

/** Hears what is pasted on the page, outside of fields that take it themselves. */
export function usePaste(onFiles: (files: readonly File[]) => void, onText: (pasted: Pasted) => void): void {
  const latest = useRef({ onFiles, onText })
  latest.current = { onFiles, onText }
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      const takesIt =
        target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
      if (takesIt || clipboardData === null || isDialogOpen()) return
      const text = clipboardData.getData('text/plain')
      const files = [...clipboardData.files]
      // Copied words bring a picture of themselves from some programmes.
      if (text.trim() !== '') latest.current.onText({ text, html: clipboardData.getData('text/html') })
      else if (files.length > 0) latest.current.onFiles(files)
      else return
      event.preventDefault()
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
