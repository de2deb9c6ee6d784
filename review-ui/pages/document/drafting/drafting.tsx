import { useState } from 'react'
import { mayDo } from '../../../../src/model/permissions.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import type { Reading } from '../logic/reading.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { After } from './after.tsx'
import { Before } from './before.tsx'
import { During } from './during.tsx'

/** The drafting of a document: what there is to draft, how far the engines are, and what came of it. */
export function Drafting({ reading, onStarted }: { reading: Reading; onStarted: () => void }) {
  const room = useRoom()
  const { drafting } = useRoomView()
  const sending = useSending()
  const [seen, setSeen] = useState<string | null>(null)
  const may = mayDo(room.me, 'draft')
  const empty = reading.tallies.looks.empty
  const start = async (options: Parameters<typeof room.startDrafting>[0]) => {
    // The button is gone with what it did; the text is where the work goes on.
    if (await sending.step(room.startDrafting(options))) onStarted()
  }
  if (drafting?.running) {
    return (
      <During
        status={drafting}
        onStop={may ? () => void sending.step(room.stopDrafting()).then((done) => done && onStarted()) : null}
        failure={sending.failure}
      />
    )
  }
  if (drafting !== null && drafting.startedAt !== seen) {
    return (
      <After
        status={drafting}
        empty={empty}
        may={may}
        failure={sending.failure}
        onGoOn={() => void start({})}
        onDiscard={() => sending.step(room.discardDrafts())}
        onClose={() => setSeen(drafting.startedAt)}
      />
    )
  }
  if (!may || empty === 0) return null
  return (
    <Before empty={empty} busy={sending.busy} failure={sending.failure} onStart={(options) => void start(options)} />
  )
}
