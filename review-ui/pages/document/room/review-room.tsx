import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Finding } from '../../../../src/model/finding.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Refusal } from '../../../../src/model/refusal.ts'
import type { Unreachable } from '../../../api.ts'
import { SegmentNumbers } from '../../../components/coded-words.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useKeys } from '../../../keys/use-keys.ts'
import { announce } from '../../../shell/announce.tsx'
import { EndLine } from '../column/end-line.tsx'
import { Outline } from '../column/outline.tsx'
import { ReadingColumn } from '../column/reading-column.tsx'
import { useFound } from '../column/use-search-highlight.ts'
import { KeySheet } from '../dialogs/key-sheet.tsx'
import { DocumentHeader } from '../header/document-header.tsx'
import { Toolbar } from '../header/toolbar.tsx'
import { type Filter, isFound, passes } from '../logic/segment-filters.ts'
import { Panel, type PanelTab } from '../panel/panel.tsx'
import { ActiveRow, type ActiveRowHandle } from '../row/active-row.tsx'
import type { Deed } from '../row/command-menu.tsx'
import { activeOf, bringIntoSight, countsOf, filteredOf, isWorkFor } from './active-segment.ts'
import { Drafting } from './drafting.tsx'
import { type Trouble, Troubles } from './failed-steps.tsx'
import { type Row, useReader, useReading, useRoom, useRoomView } from './room-context.tsx'
import { createTypedCell } from './typed-findings.ts'
import { useNarrow } from './use-narrow.ts'

/** The whole document, with one segment being worked on. */
export function ReviewRoom({ segment }: { segment: string | undefined }) {
  const { t } = useTranslation()
  const room = useRoom()
  const view = useRoomView()
  const reading = useReading(view)
  const whole = useReader((view) => view.whole)
  const [, go] = useLocation()
  const narrow = useNarrow(66)
  const document = view.state.document.id
  const hrefOf = useCallback((id: string) => `/d/${document}/${id}`, [document])

  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const [tab, setTab] = useState<PanelTab>('terms')
  const [panelOpen, setPanelOpen] = useState(false)
  const [keys, setKeys] = useState(false)
  const [contents, setContents] = useState(false)
  const [caret, setCaret] = useState<number | null>(null)
  const [typed] = useState(createTypedCell)
  const [troubles, setTroubles] = useState<readonly Trouble[]>([])
  const [ended, setEnded] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const activeRow = useRef<ActiveRowHandle>(null)
  const wantsFocus = useRef(false)
  const arrived = useRef(false)
  const latest = useRef(reading)
  latest.current = reading

  const active = useMemo(
    () => activeOf(segment, reading, view.state.tombstones, room.me),
    [segment, reading, view.state.tombstones, room.me],
  )
  const row = active === null ? undefined : reading.byId.get(active)

  const counts = useMemo(() => countsOf(reading, room.me.id), [reading, room.me.id])
  const passing = useMemo(
    () =>
      reading.rows.filter(
        (one) => passes(filter, filteredOf(one, reading, room.me.id)) && isFound(query, one.segment, one.number),
      ),
    [reading, filter, query, room.me.id],
  )
  const shown = useMemo(
    () => new Set([...passing.map(({ id }) => id), ...(active === null ? [] : [active])]),
    [passing, active],
  )

  useFound(query, shown)
  const activate = useCallback(
    (id: string, at: number | null = null) => {
      wantsFocus.current = true
      setCaret(at)
      typed.set(null)
      setEnded(false)
      go(hrefOf(id), { replace: true })
    },
    [go, hrefOf, typed],
  )
  const onFindings = useCallback(
    (findings: readonly Finding[], target: string) => typed.set({ findings, target }),
    [typed],
  )

  // A document opened without a place opens where there is something for this person to do.
  useEffect(() => {
    if (active !== null && active !== segment) go(hrefOf(active), { replace: true })
  }, [active, segment, go, hrefOf])
  useEffect(() => {
    room.standAt(active)
  }, [room, active])
  useEffect(() => {
    if (active === null) return
    // A segment that was split or joined takes the focus with it; on a phone an opened document calls no keyboard up.
    const lost = (arrived.current || !narrow) && globalThis.document.activeElement === globalThis.document.body
    const wanted = wantsFocus.current || lost
    wantsFocus.current = false
    arrived.current = true
    bringIntoSight(active)
    if (wanted) activeRow.current?.focus()
  }, [active, narrow])

  const sent = (of: Row, outcome: Refusal | Unreachable | null, done: string) => {
    setTroubles((before) => before.filter(({ id }) => id !== of.id))
    if (outcome === null) return announce(done)
    setTroubles((before) => [...before, { id: of.id, number: of.number, outcome }])
  }
  const stepFrom = useCallback(
    (by: 1 | -1, from: string | null, accept: (row: Row) => boolean = () => true) => {
      const rows = latest.current.rows
      const at = rows.findIndex(({ id }) => id === from)
      const next = by === 1 ? rows.slice(at + 1).find(accept) : rows.slice(0, Math.max(at, 0)).findLast(accept)
      if (next) activate(next.id)
      return next !== undefined
    },
    [activate],
  )
  const isShown = (one: Row) => shown.has(one.id)
  const goOn = () => setEnded(!stepFrom(1, active, isShown))
  const nextOpen = () => {
    const wanted = (one: Row) => one.id !== active && (isWorkFor(one, room.me) || one.errors > 0)
    if (!stepFrom(1, active, wanted) && !stepFrom(1, null, wanted)) setEnded(true)
  }
  const openPanel = (name: PanelTab) => {
    setTab(name)
    setPanelOpen(true)
    const field = name === 'comments' ? '[data-comment]' : '[role=tab][aria-selected=true]'
    setTimeout(() => globalThis.document.querySelector<HTMLElement>(`.panel ${field}`)?.focus())
  }

  useKeys({
    menu: () => activeRow.current?.openMenu(),
    confirm: () => activeRow.current?.step(),
    search: () => search.current?.focus(),
    help: () => setKeys(true),
  })

  const draftable =
    mayDo(room.me, 'draft') && view.drafting?.running !== true && reading.rows.some(({ look }) => look === 'empty')
  const deeds: readonly Deed[] = [
    { command: 'match', run: () => openPanel('matches'), refusal: null },
    { command: 'comment', run: () => openPanel('comments'), refusal: null },
    { command: 'history', run: () => openPanel('history'), refusal: null },
    { command: 'details', run: () => openPanel('terms'), refusal: null },
    { command: 'contents', run: () => showContents(), refusal: null },
    ...(draftable ? [{ command: 'draft', run: () => void room.draft(true), refusal: null } as const] : []),
    { command: 'figures', run: () => go(`/d/${document}/figures`), refusal: null },
    { command: 'signOff', run: () => go(`/d/${document}/sign-off`), refusal: null },
    { command: 'nextOpen', run: nextOpen, refusal: null },
    { command: 'next', run: goOn, refusal: null },
    { command: 'previous', run: () => void stepFrom(-1, active, isShown), refusal: null },
  ]
  const showContents = () => {
    if (narrow) setContents(true)
    else globalThis.document.querySelector<HTMLElement>('.outline a[aria-current], .outline a')?.focus()
  }

  const presentAt = useMemo(() => {
    const others = view.present.filter(({ name, segment }) => name !== room.me.name && segment !== null)
    const grouped = Map.groupBy(others, ({ segment }) => segment as string)
    return new Map([...grouped].map(([id, people]) => [id, people.map(({ name }) => name)]))
  }, [view.present, room.me.name])

  const panel = row && (
    <Panel
      row={row}
      reading={reading}
      typed={typed}
      titled={!narrow}
      tab={tab}
      onTab={setTab}
      onInsert={(english) => activeRow.current?.insert(english)}
      onReplace={(english) => activeRow.current?.replaceAll(english)}
      onFix={(finding) => activeRow.current?.fix(finding)}
      onWaive={(finding) => activeRow.current?.waive(finding)}
      onWithdraw={(finding) => activeRow.current?.withdraw(finding)}
    />
  )
  const numberOf = useCallback((id: string) => reading.byId.get(id)?.number, [reading.byId])
  const outline = (
    <Outline
      reading={reading}
      active={active}
      hrefOf={hrefOf}
      onGo={(id) => {
        setContents(false)
        activate(id)
      }}
    />
  )
  return (
    <SegmentNumbers value={numberOf}>
      <DocumentHeader reading={reading} onGo={activate} onKeys={() => setKeys(true)} />
      <div className="review-room">
        {!narrow && <div className="outline">{outline}</div>}
        <main className="middle" id="main">
          <Toolbar
            ref={search}
            counts={counts}
            filter={filter}
            onFilter={setFilter}
            query={query}
            onQuery={setQuery}
            found={query.trim() === '' ? 0 : passing.length}
            onNextFound={(by) => stepFrom(by, active, (one) => passing.includes(one))}
            narrow={narrow}
          />
          {narrow && (
            <button
              type="button"
              className="text-button contents-button"
              aria-haspopup="dialog"
              onClick={() => setContents(true)}
            >
              {t('outline.label')}
            </button>
          )}
          {!view.connected && (
            <p className="disconnected" role="status">
              <Icon name="warning" /> {t('document.disconnected')}
            </p>
          )}
          {!whole && (
            <p className="disconnected">
              <Icon name="warning" /> {t('document.notWhole')}
            </p>
          )}
          {view.state.signOff && view.state.touchedSinceSignOff && (
            <p className="disconnected">
              <Icon name="error" /> <b className="red">{t('signOffStatus.stale')}</b> {t('document.unsigned')}
            </p>
          )}
          <Troubles
            troubles={troubles}
            onGo={(id) => {
              setTroubles((before) => before.filter((one) => one.id !== id))
              activate(id)
            }}
          />
          <Drafting reading={reading} onStarted={() => activeRow.current?.focus()} />
          {passing.length === 0 && (
            <p className="nothing" role="status">
              {t('filter.nothing')}{' '}
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  setFilter('all')
                  setQuery('')
                }}
              >
                {t('filter.showAll')}
              </button>
            </p>
          )}
          <ReadingColumn
            reading={reading}
            shown={shown}
            active={active}
            firstShown={passing[0]?.id}
            presentAt={presentAt}
            names={view.names}
            hrefOf={hrefOf}
            onActivate={activate}
            onStep={(by, from) => {
              const rows = reading.rows.filter(isShown)
              const next = rows[rows.findIndex(({ id }) => id === from) + by]
              if (!next) return
              go(hrefOf(next.id), { replace: true })
              typed.set(null)
              setEnded(false)
              setTimeout(() =>
                globalThis.document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"]`)?.focus(),
              )
            }}
            activeRow={(one) => (
              <ActiveRow
                key={one.id}
                ref={activeRow}
                row={one}
                reading={reading}
                href={hrefOf(one.id)}
                here={presentAt.get(one.id) ?? []}
                caret={caret}
                deeds={deeds}
                panel={
                  narrow && (
                    <details
                      className="panel folded"
                      open={panelOpen}
                      onToggle={(event) => setPanelOpen(event.currentTarget.open)}
                    >
                      <summary>{t('panel.label')}</summary>
                      {panel}
                    </details>
                  )
                }
                onMove={(by) => void stepFrom(by, one.id, isShown)}
                onNextAfter={goOn}
                onSent={sent}
                onFindings={onFindings}
              />
            )}
          />
          {ended && <EndLine reading={reading} active={active} onNextOpen={nextOpen} />}
        </main>
        {!narrow && (
          <aside className="panel" aria-label={t('panel.label')}>
            {row ? panel : <p className="soft empty">{t('panel.choose')}</p>}
          </aside>
        )}
      </div>
      {keys && <KeySheet onClose={() => setKeys(false)} />}
      {contents && (
        <Dialog title={t('outline.label')} onClose={() => setContents(false)}>
          <div className="outline">{outline}</div>
        </Dialog>
      )}
    </SegmentNumbers>
  )
}
