import { useSyncExternalStore } from 'react'

let said = { text: '', urgent: false, turn: 0 }
const listeners = new Set<() => void>()

/** Says something to screen readers without moving the focus. The same words twice are said twice. */
export function announce(text: string, urgent = false): void {
  said = { text, urgent, turn: said.turn + 1 }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function LiveRegions() {
  const { text, urgent, turn } = useSyncExternalStore(subscribe, () => said)
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
