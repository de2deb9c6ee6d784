import { type RefObject, useEffect } from 'react'
import { isDialogOpen } from '../../../components/dialog.tsx'
import { isApple } from '../../../keys/bindings.ts'
import { browserFind, chordOf } from '../../../keys/keys.ts'

/**
 * Answers the browser's key for finding with the search of the page: the browser sees only the rows that are drawn. Where
 * the search has the focus already, the key is the browser's.
 */
export function useBrowserFind(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const field = search.current
      if (event.defaultPrevented || isDialogOpen() || field === null || document.activeElement === field) return
      if (chordOf(event) !== browserFind(isApple)) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [search])
}
