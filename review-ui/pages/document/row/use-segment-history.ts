import { useEffect, useState } from 'react'
import type { Entry } from '../../../../src/model/event.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { call } from '../../../api.ts'
import { useRoom } from '../room/room-context.tsx'

/** The entries of a segment, fetched again when it changes. Null while they are on their way. */
export function useHistory(segment: SegmentState, wanted: boolean): readonly Entry[] | null {
  const room = useRoom()
  const document = room.view().state.document.id
  const [history, setHistory] = useState<{ readonly of: string; readonly entries: readonly Entry[] } | null>(null)
  const of = `${segment.id} ${segment.version} ${segment.state}`
  useEffect(() => {
    if (!wanted) return
    const aborting = new AbortController()
    void call('segmentHistory', { params: { document, segment: segment.id }, signal: aborting.signal }).then(
      (outcome) => {
        if (outcome.type === 'reply') setHistory({ of, entries: outcome.reply.entries })
      },
    )
    return () => aborting.abort()
  }, [document, segment.id, of, wanted])
  // While newer entries are on their way the older ones of the same segment still hold.
  return history?.of.startsWith(`${segment.id} `) ? history.entries : null
}
