import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { call } from '../../../api.ts'
import { useRemote } from '../../../interaction/use-remote.ts'
import { useRoom } from '../room/room-context.tsx'

/** The entries of a segment, fetched again when it changes. Null while the first are on their way. */
export function useSegmentHistory(
  { id, version, state }: SegmentState,
  wanted: boolean,
): readonly Entry<DocumentEvent>[] | null {
  const document = useRoom().view.get().state.document.id
  const params = { document, segment: id }
  // While newer entries are on their way the older ones of the same segment still hold.
  const { data } = useRemote(
    wanted ? `${document} ${id}` : null,
    (signal) => call('segmentHistory', { params, signal }),
    `${version} ${state}`,
  )
  return data?.entries ?? null
}
