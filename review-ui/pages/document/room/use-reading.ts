import { useEffect, useMemo } from 'react'
import { expectDefined } from '../../../../src/model/expect.ts'
import type { Person } from '../../../../src/model/people.ts'
import type { DocumentState } from '../../../../src/model/state.ts'
import { type OpenPoint, openPoints } from '../../../../src/review/gates.ts'
import { presentSegment } from '../../../../src/review/segments.ts'
import { isMineToDo, openSentences } from '../../../../src/review/turns.ts'
import { latestFindings } from '../../../background-checks/latest-findings.ts'
import { useSession } from '../../../shell/session.tsx'
import { differingFigures, type Reading, rowOf, rowPlacesOf, sentenceOf } from '../logic/reading.ts'
import { repetitionsOf } from '../logic/repetitions.ts'
import { sectionsOf } from '../logic/sections.ts'
import { createSegmentChecker } from '../logic/segment-checker.ts'
import { changedSinceSigning } from '../logic/segment-filters.ts'
import { useBackgroundChecks, useRoom } from './room-context.tsx'
import { type RoomView, signOffStatusOf } from './room-view.ts'

/** The document as it reads now, with what is found in it; has the checks beside the page read it too. */
export function useReading({ state, terms, covered, words, staleness, singlePerson }: RoomView): Reading {
  const { style } = useSession().session.workspace
  const { checks, me } = useRoom()
  const isSigned = signOffStatusOf({ state, staleness }) === 'signed'
  const checker = useMemo(() => createSegmentChecker(terms, covered, style), [terms, covered, style])
  const sections = useMemo(() => sectionsOf(state.document.blocks), [state.document.blocks])
  const places = useMemo(() => rowPlacesOf(sections), [sections])
  const sentences = useMemo(
    () => places.map(({ id, kind }) => sentenceOf(presentSegment(state, id), kind)),
    [places, state],
  )
  useEffect(() => checks.setRules({ terms, words, style }), [checks, terms, words, style])
  useEffect(() => checks.checkDocument(sentences), [checks, sentences])
  const document = useBackgroundChecks((findings) => findings.document)
  return useMemo(() => {
    const read = places.map((place, index) => {
      const background = latestFindings(document, null, expectDefined(sentences[index], 'the sentence of a place'))
      const segment = presentSegment(state, place.id)
      return rowOf(place, index, segment, { checker, background, singlePerson, isSigned })
    })
    const rows = read.map(({ row }) => row)
    const all = read.flatMap((one) => one.all)
    return {
      checker,
      sections,
      rows,
      byId: new Map(rows.map((row) => [row.id, row])),
      changed: changedSinceSigning(state, staleness),
      repetitions: repetitionsOf(rows.map(({ segment }) => segment)),
      all,
      ...openFor(me, state, openPoints(state, all, differingFigures(checker, rows, all), singlePerson), singlePerson),
    }
  }, [checker, sections, places, sentences, document, state, staleness, singlePerson, isSigned, me])
}

/** The open sentences, and those that wait for this person: as the list of documents counts them. */
function openFor(
  me: Person,
  state: DocumentState,
  points: readonly OpenPoint[],
  singlePerson: boolean,
): Pick<Reading, 'open' | 'todo'> {
  const sentences = openSentences(points)
  const mine = sentences.filter(({ segment, turns }) => {
    return isMineToDo(turns, presentSegment(state, segment), me, singlePerson)
  })
  return {
    open: new Set(sentences.map(({ segment }) => segment)),
    todo: new Set(mine.map(({ segment }) => segment)),
  }
}
