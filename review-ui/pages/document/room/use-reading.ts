import { useEffect, useMemo } from 'react'
import type { SegmentState } from '../../../../src/model/state.ts'
import { openPoints } from '../../../../src/review/gates.ts'
import { latestFindings } from '../../../background-checks/latest-findings.ts'
import type { Sentence } from '../../../background-checks/messages.ts'
import { useSession } from '../../../shell/session.tsx'
import { differingFigures, type Reading, rowOf, rowPlacesOf, sentenceOf } from '../logic/reading.ts'
import { sectionsOf } from '../logic/sections.ts'
import { createSegmentChecker } from '../logic/segment-checker.ts'
import { changedSinceSigning } from '../logic/segment-filters.ts'
import { useBackgroundChecks, useRoom } from './room-context.tsx'
import type { RoomView } from './room-view.ts'

/** The document as it reads now, with what is found in it; has the checks beside the page read it too. */
export function useReading({ state, terms, covered, words, staleness, singlePerson }: RoomView): Reading {
  const { style } = useSession().session.workspace
  const { checks } = useRoom()
  const checker = useMemo(() => createSegmentChecker(terms, covered, style), [terms, covered, style])
  const sections = useMemo(() => sectionsOf(state.document.blocks), [state.document.blocks])
  const places = useMemo(() => rowPlacesOf(sections), [sections])
  const sentences = useMemo(
    () => places.map(({ id, kind }) => sentenceOf(state.segments[id] as SegmentState, kind)),
    [places, state.segments],
  )
  useEffect(() => checks.setRules({ terms, words, style }), [checks, terms, words, style])
  useEffect(() => checks.checkDocument(sentences), [checks, sentences])
  const document = useBackgroundChecks((findings) => findings.document)
  return useMemo(() => {
    const read = places.map((place, index) => {
      const background = latestFindings(document, null, sentences[index] as Sentence)
      const segment = state.segments[place.id] as SegmentState
      return rowOf(place, index, segment, { checker, background, singlePerson })
    })
    const rows = read.map(({ row }) => row)
    const all = read.flatMap((one) => one.all)
    return {
      checker,
      sections,
      rows,
      byId: new Map(rows.map((row) => [row.id, row])),
      changed: changedSinceSigning(state, staleness),
      all,
      open: openPoints(state, all, differingFigures(checker, rows, all), singlePerson).length,
    }
  }, [checker, sections, places, sentences, document, state, staleness, singlePerson])
}
