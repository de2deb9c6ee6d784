import { useDeferredValue, useEffect, useMemo } from 'react'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import { latestFindings } from '../../../background-checks/latest-findings.ts'
import { codesOf, plainOf } from '../../../text/editable.ts'
import { type Reading, type Row, sentenceOf } from '../logic/reading.ts'
import { bySeverity } from '../logic/segment-checker.ts'
import { useBackgroundChecks, useRoom, useRoomView } from '../room/room-context.tsx'

/**
 * What is found in a segment as its English is being typed. `now` is that English as it was last looked at, which may
 * be a moment behind the keys; of the findings those are `open` that nobody has let stand.
 */
export function useFindings({ segment, kind, findings: ofStored }: Row, reading: Reading, text: string) {
  const { checks } = useRoom()
  const { singlePerson } = useRoomView()
  const codes = useMemo(() => codesOf(segment.source, segment.target), [segment.source, segment.target])
  const shown = useDeferredValue(text)
  const now = useMemo(() => plainOf(shown, codes), [shown, codes])
  const stored = now.text === plain(segment.target)
  const sentence = useMemo(() => sentenceOf(segment, kind, now.text), [segment, kind, now.text])
  const background = useBackgroundChecks((found) => found)
  const checked = useMemo(
    () =>
      stored ? [] : reading.checker.findingsFor(segment, kind, now.text).filter(({ code }) => code !== 'target-empty'),
    [stored, reading.checker, segment, kind, now.text],
  )
  const findings: readonly Finding[] = useMemo(
    () =>
      stored ? ofStored : bySeverity([...checked, ...latestFindings(background.document, background.typed, sentence)]),
    [stored, ofStored, checked, background, sentence],
  )
  useEffect(() => {
    if (!stored) checks.checkTyped(sentence)
  }, [stored, checks, sentence])
  // What was let stand needs nobody any more and is marked nowhere.
  const open = useMemo(
    () => findings.filter((finding) => !waiverOf(segment, findingKey(finding), singlePerson)),
    [findings, segment, singlePerson],
  )
  return { now, findings, open }
}
