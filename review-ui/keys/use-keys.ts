import { useEffect, useRef } from 'react'
import { isDialogOpen } from '../components/dialog.tsx'
import { useBindings } from './bindings.ts'
import { answers, chordOf, type DirectCommand, directCommands } from './keys.ts'

/** Listens to the keys that act at once, wherever on the page the focus is, unless a dialog stands over it. */
export function useKeys(commands: Readonly<Partial<Record<DirectCommand, (event: KeyboardEvent) => void>>>): void {
  const bindings = useBindings()
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isDialogOpen()) return
      const chord = chordOf(event)
      const command = directCommands.find((name) => answers(chord, bindings[name]))
      const act = command && latest.current[command]
      if (act === undefined) return
      // Keys that are characters act outside text fields only.
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
      if ((command === 'search' || command === 'help') && typing) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [bindings])
}
