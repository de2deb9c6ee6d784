import { useEffect, useSyncExternalStore } from 'react'
import { callQuietly } from '../api.ts'

/** Between two looks for notices, in milliseconds. */
const pace = 60_000
/** Whoever has touched nothing for so long is not here: nothing is asked, which would keep their session open. */
const absence = 15 * 60_000

let unseen: { readonly person: string; readonly count: number } | null = null
let touched = 0
const listeners = new Set<() => void>()

/** Notes how many notices a person has not seen, as the server said. */
export function noteUnseen(person: string, count: number): void {
  unseen = { person, count }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function look(person: string): Promise<void> {
  const answer = await callQuietly('countNotices')
  if (answer.type === 'reply') noteUnseen(person, answer.reply.unread)
}

/** How many notices a person has not seen, looked for as long as they are at the page; null before it is known. */
export function useUnseen(person: string): number | null {
  const known = useSyncExternalStore(subscribe, () => unseen)
  useEffect(() => {
    const touch = () => {
      touched = Date.now()
    }
    const again = () => {
      if (document.visibilityState === 'visible' && Date.now() - touched < absence) void look(person)
    }
    touch()
    void look(person)
    const timer = setInterval(again, pace)
    addEventListener('pointerdown', touch)
    addEventListener('keydown', touch)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
      document.removeEventListener('visibilitychange', again)
    }
  }, [person])
  return known?.person === person ? known.count : null
}
