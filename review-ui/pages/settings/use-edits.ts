import { useState } from 'react'
import { changesIn } from './logic/edits.ts'

/**
 * What was changed in a form and is not saved yet, over what is saved: it stays when other parts are saved in the
 * meantime, and nothing but the changes is sent.
 */
export function useEdits<T extends object>(saved: T) {
  const [edits, setEdits] = useState<Partial<T>>({})
  const changes = changesIn(saved, edits)
  return {
    form: { ...saved, ...edits },
    changes,
    changed: Object.keys(changes).length > 0,
    put: (change: Partial<T>) => setEdits({ ...edits, ...change }),
    discard: () => setEdits({}),
  }
}
