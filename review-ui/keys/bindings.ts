import { useSyncExternalStore } from 'react'
import { membersOf } from '../../src/model/names.ts'
import { recall, remember } from '../shell/remember.ts'
import { type Bindings, type DirectCommand, defaultBindings, directCommands } from './keys.ts'

/** Keys as people have chosen them on this browser. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.platform)
const listeners = new Set<() => void>()
let bindings = kept()

function kept(): Bindings {
  const defaults = defaultBindings(isApple)
  try {
    const chosen = membersOf(JSON.parse(recall('keys') ?? '{}'))
    const valid = directCommands.filter((command) => typeof chosen[command] === 'string')
    return { ...defaults, ...Object.fromEntries(valid.map((command) => [command, chosen[command]])) }
  } catch {
    return defaults
  }
}

function put(next: Bindings, stored: string | null): void {
  bindings = next
  remember('keys', stored)
  for (const listener of listeners) listener()
}

export function changeBinding(command: DirectCommand, chord: string): void {
  const next = { ...bindings, [command]: chord }
  put(next, JSON.stringify(next))
}

export function resetBindings(): void {
  put(defaultBindings(isApple), null)
}

export function useBindings(): Bindings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => bindings,
  )
}

/** A chord as it is written on keyboards: `Ctrl ↵`, `⌘ ↵`. */
export function keyLabel(chord: string): string {
  const names: Readonly<Record<string, string>> = {
    Mod: isApple ? '⌘' : 'Ctrl',
    Ctrl: isApple ? '⌃' : 'Ctrl',
    Meta: isApple ? '⌘' : 'Win',
    Alt: isApple ? '⌥' : 'Alt',
    Shift: isApple ? '⇧' : 'Shift',
    Enter: '↵',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
  }
  const parts = chord === '+' ? ['+'] : chord.split('+')
  return parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ')
}
