import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { isUntouched } from '../../../../src/review/repetitions.ts'
import type { Failure } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { announce } from '../../../shell/announce.tsx'
import { toEditable } from '../../../text/editable.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import type { RowState } from './use-row-state.ts'

/** The steps that a row sends, and why the last one was not done. */
export function useRowSteps(
  row: Row,
  reading: Reading,
  { text, saving, writes, permitted, following }: RowState,
  {
    onNextAfter,
    onSent,
  }: {
    /** Goes on after the row was dealt with. */
    onNextAfter: () => void
    /** Hears what became of a step that was left behind: null is done. */
    onSent: (row: Row, outcome: Failure | null, done: string) => void
  },
) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const view = useRoomView()
  const [failure, setFailure] = useState('')
  const { id, number, segment } = row
  const report = async (sending: Promise<Failure | null>, done?: string) => {
    const outcome = await sending
    setFailure(outcome === null ? '' : words.failure(outcome))
    if (outcome !== null) announce(words.failure(outcome), true)
    else if (done) announce(done)
  }
  /** Puts the words confirmed here wherever the same Chinese stands and nobody has written. */
  const propagate = async (): Promise<Failure | null> => {
    const others = reading.repetitions.others(id)
    const { segments } = room.view.get().state
    const [confirmed, ...untouched] = [
      segments.get(id),
      ...others.map((other) => segments.get(other)).filter(isFillable),
    ]
    return confirmed === undefined || untouched.length === 0 ? null : room.propagate(id, confirmed.version)
  }
  const confirm = async (everywhere = true) => {
    if (text.trim() === '') return setFailure(words.refusal({ code: 'segment-empty', params: { segment: id } }))
    if (saving?.phase === 'conflict') return setFailure(t('save.conflict'))
    // On at once: what is typed next belongs to the next sentence, however long the answer takes.
    onNextAfter()
    const outcome = await room.send('translateSegment', id, {})
    onSent(row, outcome ?? (everywhere ? await propagate() : null), t('said.translated', { number }))
  }
  const revise = async () => {
    // The reason stands there already.
    if (permitted.revise !== null) return announce(words.refusal(permitted.revise), true)
    onNextAfter()
    onSent(row, await room.send('reviseSegment', id, {}), t('said.revised', { number }))
  }
  const accept = async () => {
    onNextAfter()
    onSent(row, await room.send('acceptWording', id, {}), t('said.accepted', { number }))
  }
  const join = async () => {
    if (!following) return
    const unsaved = await room.autosaver.flush(following.id)
    if (unsaved !== null) return unsaved
    const nextBase = Math.max(view.state.segments.get(following.id)?.version ?? 0, room.autosaver.baseOf(following.id))
    return room.send('joinSegment', id, { nextBase })
  }
  return {
    failure,
    /** Does what the confirming key says. */
    step() {
      // Words typed just now make the segment the writer's own before they are saved.
      const step = writes && text !== toEditable(segment.target, segment.source) ? 'translate' : permitted.step
      if (step === 'next') onNextAfter()
      else void { revise, accept, translate: confirm }[step]()
    },
    /** Confirms without putting the words where the same Chinese stands. */
    confirmHere: () => void confirm(false),
    withdraw: (finding: Finding) => void report(room.send('withdrawWaiver', id, { finding: findingKey(finding) })),
    reopen: () => void report(room.send('reopenSegment', id, {}), t('said.reopened', { number })),
    join: () =>
      void report(
        join().then((outcome) => outcome ?? null),
        t('said.joined'),
      ),
  }
}

function isFillable(segment: SegmentState | undefined): boolean {
  return segment !== undefined && isUntouched(segment)
}

export type RowSteps = ReturnType<typeof useRowSteps>
