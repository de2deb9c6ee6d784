import { useEffect, useRef } from 'react'
import { useBindings } from '../../../keys/bindings.ts'
import { answers, chordOf, type DirectCommand, directCommands } from '../../../keys/keys.ts'

/** Listens to the keys that act at once, wherever on the page the focus is. */
export function useKeys(commands: Readonly<Record<DirectCommand, () => void>>): void {
  const bindings = useBindings()
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const chord = chordOf(event)
      const command = directCommands.find((name) => answers(chord, bindings[name]))
      if (command === undefined) return
      const within = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null
      // Keys that are characters act outside text fields only; a comment has its own use for the confirming key.
      if ((command === 'search' || command === 'help') && within('input, textarea, select')) return
      if (command === 'confirm' && within('[data-comment]')) return
      event.preventDefault()
      latest.current[command]()
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [bindings])
}
