import { useSyncExternalStore } from 'react'

let announcement = { text: '', urgent: false, turn: 0 }
const listeners = new Set<() => void>()

/** Says something to screen readers without moving the focus. The same words twice are said twice. */
export function announce(text: string, urgent = false): void {
  announcement = { text, urgent, turn: announcement.turn + 1 }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function LiveRegions() {
  const { text, urgent, turn } = useSyncExternalStore(subscribe, () => announcement)
  const spoken = turn % 2 ? `${text}\u00A0` : text
  return (
    <>
      <div className="hidden" role="status">
        {urgent ? '' : spoken}
      </div>
      <div className="hidden" role="alert">
        {urgent ? spoken : ''}
      </div>
    </>
  )
}
