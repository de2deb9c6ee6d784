import { Drafting } from '../drafting/drafting.tsx'
import { InContext } from '../drafting/in-context.tsx'
import type { Reading } from '../logic/reading.ts'
import { Assignments } from './assignments.tsx'
import { FailedSteps, type useFailedSteps } from './failed-steps.tsx'
import { PropagationNotice } from './propagation-notice.tsx'
import { RoomNotices } from './room-notices.tsx'
import type { usePropagation } from './use-propagation.ts'

/** What stands above the sentences: news of the document, steps that were not done, what was filled in, and drafting. */
export function AboveColumn({
  reading,
  steps,
  propagation,
  onGo,
  onDone,
}: {
  reading: Reading
  steps: ReturnType<typeof useFailedSteps>
  propagation: ReturnType<typeof usePropagation>
  onGo: (segment: string) => void
  /** Something here is done, and the work goes on in the active row. */
  onDone: () => void
}) {
  return (
    <>
      <RoomNotices />
      <Assignments reading={reading} onGo={onGo} />
      <FailedSteps
        failed={steps.failed}
        onGo={(id) => {
          steps.forget(id)
          onGo(id)
        }}
      />
      <PropagationNotice
        reading={reading}
        sending={propagation.sending}
        onTakeBack={() => propagation.takeBack?.()}
        onGo={onGo}
      />
      <InContext reading={reading} onConfirmed={onDone} />
      <Drafting reading={reading} onStarted={onDone} />
    </>
  )
}
