import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { TermsView } from '../../../src/contract/views.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { answers, chordOf, placeAfter } from '../../keys/keys.ts'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { GlossaryFiles } from './glossary-files.tsx'
import { Filters } from './glossary-filters.tsx'
import { addRendering, emptyForm, fieldsOfTerm, formOf, type TermForm } from './logic/form.ts'
import { find, inOrder, type Order, searchable, type Wanted } from './logic/search.ts'
import { TermDialog } from './term-dialog.tsx'
import { type TermAct, TermRow } from './term-row.tsx'
import type { TermAtHand } from './use-term.ts'

/** How many rows are drawn at first, and with every press of the button below them. */
const rowsAtOnce = 500
const nothingAsked: Wanted = { query: '', status: 'all', domain: '' }
const statusOf = { approve: 'approved', retire: 'retired', restore: 'proposed' } as const

type Doing =
  | { readonly type: 'form'; readonly at: TermAtHand | null; readonly start: TermForm }
  | { readonly type: 'decision'; readonly at: TermAtHand; readonly status: 'approved' | 'retired' | 'proposed' }

/** The glossary: every term, found in both languages as one types, with what may be done to it. */
export function GlossaryPage({ term: opened }: { term?: string | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const [, go] = useLocation()
  const [view, setView] = useState<TermsView | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const [wanted, setWanted] = useState(nothingAsked)
  const [order, setOrder] = useState<Order>('chinese')
  const [limit, setLimit] = useState(rowsAtOnce)
  const [stop, setStop] = useState('')
  const [doing, setDoing] = useState<Doing | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** The row to be brought into sight, once it is drawn. */
  const bring = useRef(opened)
  useTitle(t('rooms.glossary'))
  const mayDecide = mayDo(me, 'decide-term')
  const mayAdd = me.roles.length > 0

  const load = useCallback(async () => {
    const outcome = await call('terms')
    if (outcome.type === 'reply') setView(outcome.reply)
    setFailure(outcome.type === 'reply' ? null : outcome)
  }, [])
  useEffect(() => {
    void load()
    // Others may have changed terms while one was elsewhere.
    const back = () => {
      if (document.visibilityState === 'visible') void load()
    }
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [load])

  const query = useDeferredValue(wanted.query)
  const { status, domain } = wanted
  const base = useMemo(() => searchable(view?.terms ?? []), [view])
  const result = useMemo(() => find(base, { query, status, domain }), [base, query, status, domain])
  const terms = useMemo(
    () => inOrder(result.found, order, query, ({ id }) => view?.changes[id]?.at ?? ''),
    [result, order, query, view],
  )
  const openAt = terms.findIndex(({ id }) => id === opened)
  const shown = terms.slice(0, Math.max(limit, openAt + 1))
  const stopId = shown.some(({ id }) => id === stop) ? stop : (shown[0]?.id ?? '')

  useEffect(() => {
    if (view === null || bring.current === undefined) return
    const row = document.getElementById(`term-${bring.current}`)
    bring.current = undefined
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('.name')?.focus({ preventScroll: true })
  })

  // The button that began it may be gone with what was decided: then the focus goes to the term.
  useEffect(() => {
    if (doing !== null || opened === undefined || document.activeElement !== document.body) return
    document.getElementById(`term-${opened}`)?.querySelector<HTMLElement>('.name')?.focus({ preventScroll: true })
  }, [doing, opened])

  const bindings = useBindings()
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
      if (typing || !answers(chordOf(event), bindings.search)) return
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [bindings])

  const open = useCallback(
    (id: string) => {
      setStop(id)
      go(id === opened ? '/glossary' : `/glossary/${id}`, { replace: true })
    },
    [go, opened],
  )
  const atHand = useCallback(
    (id: string): TermAtHand | null => {
      const term = view?.terms.find((one) => one.id === id)
      return term ? { term, count: view?.changes[id]?.count ?? 0 } : null
    },
    [view],
  )
  const act = useCallback(
    (what: TermAct, id: string) => {
      const at = atHand(id)
      if (at === null) return
      if (what === 'edit' || what === 'forbid') {
        const start = formOf(fieldsOfTerm(at.term))
        setDoing({ type: 'form', at, start: what === 'forbid' ? addRendering(start, 'forbidden') : start })
      } else setDoing({ type: 'decision', at, status: statusOf[what] })
    },
    [atHand],
  )
  const add = (source = '') => setDoing({ type: 'form', at: null, start: { ...emptyForm, source } })
  const want = (next: Partial<Wanted>) => {
    setWanted({ ...wanted, ...next })
    setLimit(rowsAtOnce)
  }

  const names = () => [...(list.current?.querySelectorAll<HTMLElement>('.name') ?? [])]
  const moveTo = (index: number) => {
    const button = names()[index]
    const id = shown[index]?.id
    if (button === undefined || id === undefined) return
    setStop(id)
    button.focus()
  }
  const moveInList = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const at = names().indexOf(event.target as HTMLElement)
    if (at < 0) return
    const to = placeAfter(event.key, at, shown.length)
    if (to === undefined) return
    event.preventDefault()
    if (to < 0) search.current?.focus()
    else moveTo(to)
  }

  return (
    <>
      <Header />
      <main className="page glossary" id="main">
        <header>
          <h1>{t('rooms.glossary')}</h1>
          <p className="about">{t('glossary.about')}</p>
          <div className="row-of-buttons">
            {mayAdd && (
              <button type="button" className="button primary" onClick={() => add()}>
                {t('glossary.add')}
              </button>
            )}
            {mayAdd && (
              <Link className="button" href="/glossary/candidates">
                {t('candidates.link')}
              </Link>
            )}
            <GlossaryFiles mayAdd={mayAdd} onImported={() => void load()} />
          </div>
          {!mayDecide && <p className="soft">{t(mayAdd ? 'glossary.readOnly' : 'glossary.noAdding')}</p>}
        </header>
        <Loading failure={failure} waiting={view === null} again={load} />
        {view !== null && (
          <>
            <Filters
              ref={search}
              wanted={wanted}
              order={order}
              statuses={result.statuses}
              domains={result.domains}
              found={terms.length}
              onWanted={want}
              onOrder={setOrder}
              onDown={() => moveTo(0)}
            />
            {terms.length === 0 && (
              <div className="none">
                <p>
                  <b>{t(view.terms.length === 0 ? 'glossary.noneYet' : 'glossary.none')}</b>
                </p>
                <div className="row-of-buttons">
                  {view.terms.length > 0 && (
                    <button type="button" className="button" onClick={() => want(nothingAsked)}>
                      {t('glossary.showAll')}
                    </button>
                  )}
                  {mayAdd && /\p{Script=Han}/u.test(query) && (
                    <button type="button" className="button" onClick={() => add(query.trim())}>
                      {t('glossary.addThis', { form: query.trim() })}
                    </button>
                  )}
                </div>
              </div>
            )}
            <ul ref={list} className="terms" aria-label={t('glossary.list')} onKeyDown={moveInList}>
              {shown.map((term) => (
                <TermRow
                  key={term.id}
                  term={term}
                  change={view.changes[term.id]}
                  query={query}
                  open={term.id === opened}
                  stop={term.id === stopId}
                  mayDecide={mayDecide}
                  onOpen={open}
                  onAct={act}
                />
              ))}
            </ul>
            {shown.length < terms.length && (
              <button type="button" className="button" onClick={() => setLimit(limit + rowsAtOnce)}>
                {t('glossary.more', { count: Math.min(rowsAtOnce, terms.length - shown.length) })}
              </button>
            )}
          </>
        )}
      </main>
      {view !== null && doing?.type === 'form' && (
        <TermDialog
          at={doing.at}
          start={doing.start}
          view={view}
          mayDecide={mayDecide}
          onTerms={setView}
          onClose={(id) => {
            setDoing(null)
            if (id === null || id === opened) return
            // A new term may be hidden by what was looked for; it is shown with all the others.
            setWanted(nothingAsked)
            setStop(id)
            bring.current = id
            go(`/glossary/${id}`, { replace: true })
          }}
        />
      )}
      {view !== null && doing?.type === 'decision' && (
        <DecideDialog
          start={doing.at}
          status={doing.status}
          view={view}
          onTerms={setView}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}
