import { useMemo } from 'react'
import { useRoom, useRoomView } from './room-context.tsx'

/** The names of the others who have the document open, by the segment that they are on. */
export function usePresentAt(): ReadonlyMap<string, readonly string[]> {
  const { me } = useRoom()
  const { present } = useRoomView()
  return useMemo(() => {
    const others = present.filter(({ name }) => name !== me.name)
    const grouped = Map.groupBy(others, ({ segment }) => segment)
    return new Map([...grouped].flatMap(([id, people]) => (id === null ? [] : [[id, people.map(({ name }) => name)]])))
  }, [present, me.name])
}
