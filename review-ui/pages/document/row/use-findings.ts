import { useDeferredValue, useEffect, useMemo } from 'react'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import { typedFindings } from '../../../background-checks/latest-findings.ts'
import { sentenceOf } from '../../../background-checks/sentence.ts'
import { markersOf, toEditable, typedOf } from '../../../text/editable.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { bySeverity } from '../logic/segment-checker.ts'
import { useBackgroundChecks, useRoom, useRoomView } from '../room/room-context.tsx'

/**
 * What is found in a segment as its English is being typed. `now` is that English as it was last looked at, which may
 * be a moment behind the keys; of the findings those are `open` that nobody has let stand. Until `isLookedAt` there are
 * none, and that says nothing.
 */
export function useFindings(
  { segment, kind, checked: isChecked, findings: ofStored }: Row,
  reading: Reading,
  text: string,
) {
  const { checks } = useRoom()
  const { singlePerson } = useRoomView()
  const markers = useMemo(() => markersOf(segment.source, segment.target), [segment.source, segment.target])
  const shown = useDeferredValue(text)
  const now = useMemo(() => typedOf(shown, markers), [shown, markers])
  const stored = shown === toEditable(segment.target, segment.source)
  // As it is stored the checks of the page or those beside it have been at it; or not yet.
  const isKnown = stored && isChecked
  const sentence = useMemo(() => sentenceOf(segment, kind, now.inline), [segment, kind, now.inline])
  const background = useBackgroundChecks((found) => found)
  // One can write at once: what nobody has looked at yet is looked at when the editor is drawn.
  const isDrawn = useDeferredValue(true, false)
  const checked = useMemo(
    () =>
      isKnown || !isDrawn
        ? []
        : reading.checker.findingsFor(segment, kind, now.inline).filter(({ code }) => code !== 'target-empty'),
    [isKnown, isDrawn, reading.checker, segment, kind, now.inline],
  )
  const findings: readonly Finding[] = useMemo(
    () => (isKnown ? ofStored : bySeverity([...checked, ...typedFindings(background, sentence)])),
    [isKnown, ofStored, checked, background, sentence],
  )
  useEffect(() => {
    if (!stored) checks.checkTyped(sentence)
  }, [stored, checks, sentence])
  // What was let stand needs nobody any more and is marked nowhere.
  const open = useMemo(
    () => findings.filter((finding) => !waiverOf(segment, findingKey(finding), singlePerson)),
    [findings, segment, singlePerson],
  )
  return { markers, now, findings, open, isLookedAt: isKnown || isDrawn }
}
