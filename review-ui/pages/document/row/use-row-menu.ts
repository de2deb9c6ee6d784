import { useState } from 'react'
import { useWords } from '../../../components/coded-words.tsx'
import { menuLetters } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import type { MenuAction } from './command-menu.tsx'

/** The menu of the active row: whether it is open, and what it can do, which keys do without it. */
export function useRowMenu(actions: readonly MenuAction[]) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return {
    open,
    setOpen,
    actions,
    /** Does what a command stands for, if it is offered. */
    run(name: MenuAction['command']): void {
      actions.find(({ command }) => command === name)?.run()
    },
    /** Does what a letter of the menu stands for; whether it stands for something. What is refused is said. */
    actByLetter(letter: string): boolean {
      const action = actions.find(({ command }) => menuLetters[command] === letter)
      if (action === undefined) return false
      if (action.refusal === null) action.run()
      else announce(words.refusal(action.refusal), true)
      return true
    },
  }
}
