import { createContext, useContext } from 'react'
import type { BackgroundFindings } from '../../../background-checks/latest-findings.ts'
import { useStore } from '../../../interaction/store.ts'
import type { Saving } from '../logic/autosave.ts'
import type { Room } from './room.ts'
import type { RoomView } from './room-view.ts'

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('outside a document')
  return room
}

export function useRoomView(): RoomView {
  return useStore(useRoom().view)
}

export function useSaving(segment: string): Saving | undefined {
  return useStore(useRoom().autosaver.savings, (savings) => savings.get(segment))
}

/** Something of what the checks beside the page have found. */
export function useBackgroundChecks<T>(pick: (findings: BackgroundFindings) => T): T {
  return useStore(useRoom().checks.findings, pick)
}
