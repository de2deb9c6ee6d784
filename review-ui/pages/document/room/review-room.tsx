import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Finding } from '../../../../src/model/finding.ts'
import { SegmentNumbers } from '../../../components/coded-words.tsx'
import { EndLine } from '../column/end-line.tsx'
import { Outline, type OutlineHandle } from '../column/outline.tsx'
import { ReadingColumn } from '../column/reading-column.tsx'
import { useSearchHighlight } from '../column/use-search-highlight.ts'
import { WhatShows } from '../column/what-shows.tsx'
import { DocumentHeader } from '../header/document-header.tsx'
import { Toolbar } from '../header/toolbar.tsx'
import type { Row } from '../logic/row.ts'
import { ActsBar } from '../many/acts-bar.tsx'
import { type Choosing, ChoosingContext, useCreateChoosing } from '../many/choosing.ts'
import { Panel } from '../panel/panel.tsx'
import { FoldedPanel, SidePanel } from '../panel/panel-places.tsx'
import { useAssessed } from '../quality/use-assessed.ts'
import { ActiveRow, type ActiveRowHandle } from '../row/active-row.tsx'
import { AboveColumn } from './above-column.tsx'
import { useFailedSteps } from './failed-steps.tsx'
import { useRoom, useRoomView } from './room-context.tsx'
import { RoomDialog } from './room-dialog.tsx'
import { createTypedCell } from './typed-findings.ts'
import { useActiveSegment } from './use-active-segment.ts'
import { useFindSteps } from './use-find-steps.ts'
import { useNarrow } from './use-narrow.ts'
import { usePageActions } from './use-page-actions.ts'
import { usePanel } from './use-panel.ts'
import { usePresentAt } from './use-present-at.ts'
import { usePropagation } from './use-propagation.ts'
import { useReading } from './use-reading.ts'
import { useRoomKeys } from './use-room-keys.ts'
import { useShownRows } from './use-shown-rows.ts'

/** The whole document, with one segment being worked on. */
export function ReviewRoom({ segment }: { segment: string | undefined }) {
  const { me, checks } = useRoom()
  const view = useRoomView()
  const reading = useReading(view)
  const narrow = useNarrow(66)
  const [dialog, setDialog] = useState<'keys' | 'contents' | null>(null)
  const [typed] = useState(createTypedCell)
  const search = useRef<HTMLInputElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const contents = useRef<OutlineHandle>(null)
  const activeRow = useRef<ActiveRowHandle>(null)
  const { active, hrefOf, activate, stepFrom, ...place } = useActiveSegment({
    segment,
    reading,
    typed,
    narrow,
    activeRow,
  })
  const { passing, shown, ...filtering } = useShownRows(reading, me.id, active)
  const choosing = useCreateChoosing(shown, active)
  useSearchHighlight(column, filtering.query, shown)
  const row = active === null ? undefined : reading.byId.get(active)
  const find = useFindSteps({
    query: filtering.query,
    hits: passing,
    active: row,
    go: place.show,
    activate,
    focus: () => activeRow.current?.focus(),
  })
  const { number = 1 } = row ?? {}
  useEffect(() => checks.follow(reading.rows, number - 1), [checks, reading.rows, number])
  const leftSteps = useFailedSteps()
  const propagation = usePropagation()
  const panel = usePanel(row)
  const assessed = useAssessed(reading, { go: place.show, show: () => panel.show('quality') })
  const goOn = () => place.setEnded(!stepFrom(1, active, shown))
  const onFindings = useCallback(
    (findings: readonly Finding[], target: string) => typed.set({ findings, target }),
    [typed],
  )
  useRoomKeys({ activeRow, search, nextOpen: place.nextOpen, onHelp: () => setDialog('keys') })
  const actions = usePageActions(reading, {
    panel: panel.show,
    contents: () => (narrow ? setDialog('contents') : contents.current?.focus()),
    nextOpen: place.nextOpen,
    next: goOn,
    previous: () => void stepFrom(-1, active, shown),
    takeBack: propagation.takeBack,
    choose() {
      if (active === null) return
      choosing.toggle(active)
      place.numbers.focus(active)
    },
  })
  const presentAt = usePresentAt()
  const numberOf = useCallback((id: string) => reading.byId.get(id)?.number, [reading.byId])
  const goFromContents = useCallback(
    (id: string) => {
      setDialog(null)
      activate(id)
    },
    [activate],
  )
  const outline = (
    <Outline
      ref={contents}
      sections={reading.sections}
      byId={reading.byId}
      tallies={reading.tallies.sections}
      current={row?.section}
      hrefOf={hrefOf}
      onGo={goFromContents}
    />
  )
  const panelOf = (of: Row) => (
    <Panel
      row={of}
      reading={reading}
      typed={typed}
      titled={!narrow}
      focus={panel.focus}
      tab={panel.tab}
      onTab={panel.setTab}
      on={panel.on}
      onOn={panel.setOn}
      activeRow={activeRow}
      onAssessed={assessed}
    />
  )
  return (
    <RoomAround numberOf={numberOf} choosing={choosing}>
      <DocumentHeader reading={reading} onGo={activate} onKeys={() => setDialog('keys')} />
      <div className="review-room">
        {!narrow && <div className="outline">{outline}</div>}
        <main className="middle" id="main">
          <Toolbar
            ref={search}
            filtering={filtering}
            narrow={narrow}
            steps={find}
            onContents={() => setDialog('contents')}
            onChoose={choosing.begin}
          />
          <AboveColumn
            reading={reading}
            steps={leftSteps}
            propagation={propagation}
            onGo={activate}
            onDone={() => activeRow.current?.focus()}
          />
          <WhatShows filter={filtering.filter} count={passing.length} onAll={filtering.showAll} />
          <ReadingColumn
            ref={column}
            reading={reading}
            numbers={place.numbers}
            shown={shown}
            active={active}
            presentAt={presentAt}
            names={view.names}
            hrefOf={hrefOf}
            onActivate={activate}
            onStep={(by, from) => place.stepNumber(by, from, shown)}
            activeRow={(of) => (
              <ActiveRow
                key={of.id}
                ref={activeRow}
                row={of}
                reading={reading}
                href={hrefOf(of.id)}
                number={place.numbers.ref(of.id)}
                here={presentAt.get(of.id) ?? []}
                caret={place.caret}
                actions={actions}
                panel={
                  narrow && (
                    <FoldedPanel panel={panel} onLeave={find.leave}>
                      {panelOf(of)}
                    </FoldedPanel>
                  )
                }
                onMove={(by) => void stepFrom(by, of.id, shown)}
                onLeave={() => void place.numbers.focus(of.id)}
                onNextAfter={goOn}
                onSent={leftSteps.hear}
                onFindings={onFindings}
                onSay={panel.say}
              />
            )}
          />
          <ActsBar
            reading={reading}
            onGo={activate}
            onLeave={() => void (active !== null && place.numbers.focus(active))}
          />
          {place.ended && <EndLine reading={reading} active={active} onNextOpen={place.nextOpen} />}
        </main>
        {!narrow && <SidePanel onLeave={find.leave}>{row && panelOf(row)}</SidePanel>}
      </div>
      <RoomDialog shown={dialog} contents={outline} onClose={() => setDialog(null)} />
    </RoomAround>
  )
}

/** What everything in the room may ask for. */
function RoomAround({
  numberOf,
  choosing,
  children,
}: {
  numberOf: (segment: string) => number | undefined
  choosing: Choosing
  children: ReactNode
}) {
  return (
    <SegmentNumbers value={numberOf}>
      <ChoosingContext value={choosing}>{children}</ChoosingContext>
    </SegmentNumbers>
  )
}
