import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../src/model/refusal.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { useFocusList } from '../../../interaction/focus.ts'
import { chosenNumber, digitOf, type MenuCommand, menuLetters, placeAfter } from '../../../keys/keys.ts'
import type { Mark } from '../logic/numbering.ts'

export interface MenuAction {
  readonly command: MenuCommand
  readonly run: () => void
  /** Why it would be refused; told before it is tried. */
  readonly refusal: Refusal | null
}

/** What an item stands for: the number of what it inserts, or its command. */
type MenuItem = number | MenuCommand

/**
 * All that can be done with the segment, by one key each: numbers insert, letters act. It holds the focus while it is
 * open, outside any text field, so that no input method stands between the key and the command.
 */
export function CommandMenu({
  marks,
  actions,
  onInsert,
  onClose,
}: {
  marks: readonly Mark[]
  actions: readonly MenuAction[]
  onInsert: ((mark: Mark) => void) | null
  onClose: (acted: boolean) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const menu = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const items = useFocusList<MenuItem>()
  const [digits, setDigits] = useState('')
  const inserts = onInsert === null ? [] : marks
  // What can be done comes before what cannot now.
  const ordered = [
    ...actions.filter(({ refusal }) => refusal === null),
    ...actions.filter(({ refusal }) => refusal !== null),
  ]
  const order: readonly MenuItem[] = [...inserts.map(({ number }) => number), ...ordered.map(({ command }) => command)]
  const first = useRef(order[0])
  useEffect(() => {
    const opened = menu.current
    items.focus(first.current)
    opened?.scrollIntoView({ block: 'nearest' })
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !opened?.contains(event.target)) close.current(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [items])
  const insert = (number: number) => {
    const mark = marks.find((other) => other.number === number)
    if (!mark) return
    onClose(true)
    onInsert?.(mark)
  }
  const act = (action: MenuAction) => {
    if (action.refusal !== null) return
    onClose(true)
    action.run()
  }
  const keyDown = (event: KeyboardEvent) => {
    const pressed = items.keyOf(event.target)
    const at = pressed === undefined ? -1 : order.indexOf(pressed)
    const digit = digitOf(event)
    if (digit !== null && inserts.length > 0) {
      event.preventDefault()
      const typed = digits + String(digit)
      const chosen = chosenNumber(typed, inserts.at(-1)?.number ?? 0)
      if (chosen === 'open') setDigits(typed)
      else if (chosen === 'none') setDigits('')
      else insert(chosen)
      return
    }
    const move = placeAfter(event.key, at, order.length)
    if (move !== undefined) items.focus(order[(move + order.length) % order.length])
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(false)
    else if (event.key === 'Enter' && digits !== '') insert(Number(digits))
    else if (event.key === 'Enter' || event.key === ' ') {
      if (document.activeElement instanceof HTMLElement) document.activeElement.click()
    } else {
      const action = actions.find(({ command }) => menuLetters[command] === event.key.toLowerCase())
      if (!action || event.ctrlKey || event.metaKey || event.altKey) return
      act(action)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="command-menu" role="menu" aria-label={t('menu.label')} ref={menu} onKeyDown={keyDown} tabIndex={-1}>
      {inserts.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of a menu is no fieldset
        <div role="group" aria-label={t('menu.insert')} className="inserts">
          {inserts.map((mark) => (
            <button
              key={mark.number}
              ref={items.ref(mark.number)}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={digits !== '' && !String(mark.number).startsWith(digits) ? 'out' : ''}
              onClick={() => insert(mark.number)}
            >
              <kbd>{mark.number}</kbd>
              <span className="en" lang="en">
                {mark.english}
              </span>
            </button>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a menu is no fieldset */}
      <div role="group" aria-label={t('menu.act')} className="deeds">
        {ordered.map((action) => (
          <button
            key={action.command}
            ref={items.ref(action.command)}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={action.refusal !== null}
            onClick={() => act(action)}
          >
            <kbd>{menuLetters[action.command].toUpperCase()}</kbd>
            <span>
              {t(`command.${action.command}`)}
              {action.refusal !== null && <small>{words.refusal(action.refusal)}</small>}
            </span>
          </button>
        ))}
      </div>
    </div>
  )
}
