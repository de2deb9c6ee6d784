import { useEffect, useMemo, useState } from 'react'
import { segmentsOf } from '../../../../src/model/document.ts'
import { useSession } from '../../../shell/session.tsx'
import { type Reading, rowPlacesOf } from '../logic/reading.ts'
import { createReadingKeeper } from '../logic/reading-keeper.ts'
import { repetitionsOf } from '../logic/repetitions.ts'
import { sectionsOf } from '../logic/sections.ts'
import { createSegmentChecker } from '../logic/segment-checker.ts'
import { useBackgroundChecks, useRoom } from './room-context.tsx'
import { type RoomView, signOffStatusOf } from './room-view.ts'

/** The document as it reads now, with what is found in it; has the checks beside the page read what is new. */
export function useReading(view: RoomView): Reading {
  const { state, terms, covered, words, staleness, singlePerson, office } = view
  const { style } = useSession().session.workspace
  const { checks, me } = useRoom()
  const [read] = useState(createReadingKeeper)
  const checker = useMemo(() => createSegmentChecker(terms, covered, style), [terms, covered, style])
  const { document } = state
  const outline = useMemo(() => {
    const sections = sectionsOf(document.blocks)
    const places = rowPlacesOf(sections)
    const indexById = new Map(places.map(({ id }, index) => [id, index]))
    return { sections, places, indexById, repetitions: repetitionsOf(segmentsOf(document)) }
  }, [document])
  useEffect(() => checks.setRules({ terms, words, style }), [checks, terms, words, style])
  const background = useBackgroundChecks((findings) => findings)
  const people = useMemo(() => ({ people: view.people }), [view.people])
  const isSigned = signOffStatusOf({ state, staleness }) === 'signed'
  return useMemo(
    () => read({ ...outline, state, staleness, singlePerson, office, people, isSigned, me, checker, background }),
    [read, outline, state, staleness, singlePerson, office, people, isSigned, me, checker, background],
  )
}
