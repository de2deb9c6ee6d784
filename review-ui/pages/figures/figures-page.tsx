import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { FigureSheetView } from '../../../src/contract/views.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { addressOf, call, type Unreachable } from '../../api.ts'
import { SegmentNumbers, useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { answers, chordOf } from '../../keys/keys.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { FigureLine, type ListActs } from './figure-line.tsx'
import { countOf, type Filter, filters, type Line, moved, passing, progressOf } from './logic/lines.ts'

/** The figure sheet of a document: every figure, whether the English says it, and who answers for it by name. */
export function FiguresPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const [sheet, setSheet] = useState<FigureSheetView | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  useTitle(sheet === null ? t('figures.title') : `${t('figures.title')} · ${sheet.title}`)
  const load = useCallback(async () => {
    const outcome = await call('figureSheet', { params: { document } })
    if (outcome.type === 'reply') setSheet(outcome.reply)
    setFailure(outcome.type === 'reply' ? null : outcome)
  }, [document])
  useEffect(() => {
    void load()
  }, [load])
  const numbers = new Map(sheet?.segments.map(({ id, number }) => [id, number]))
  return (
    <SegmentNumbers value={(id) => numbers.get(id)}>
      <Header />
      <main className="page figures" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
            <Link href={`/d/${document}/sign-off`}>{t('figures.toSignOff')}</Link>
          </p>
          <h1>{t('figures.title')}</h1>
          {sheet !== null && (
            <p className="zh of" lang="zh-CN">
              {sheet.title}
            </p>
          )}
        </header>
        <Loading failure={failure} waiting={sheet === null} again={load} />
        {sheet !== null && <Sheet document={document} sheet={sheet} again={load} />}
      </main>
    </SegmentNumbers>
  )
}

function Sheet({
  document: id,
  sheet,
  again,
}: {
  document: string
  sheet: FigureSheetView
  again: () => Promise<void>
}) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const bindings = useBindings()
  const [filter, setFilter] = useState<Filter>('all')
  // A link may lead to a sentence: `#b3.s1`.
  const [current, setCurrent] = useState<string | null>(location.hash.slice(1) || null)
  const [wrong, setWrong] = useState('')
  const busy = useRef(false)
  const list = useRef<HTMLOListElement>(null)
  const { total, confirmed } = progressOf(sheet.segments)
  // The one that is being looked at stays in sight when it has been settled.
  const lines = sheet.segments.filter((line) => line.id === current || passing([line], filter).length > 0)
  const ids = lines.map((line) => line.id)
  const stop = current !== null && ids.includes(current) ? current : (ids[0] ?? null)

  const goTo = (segment: string | undefined) => {
    if (segment === undefined) return
    setCurrent(segment)
    list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(segment)}"]`)?.focus()
  }
  const confirm = async (line: Line | undefined) => {
    if (line === undefined || busy.current) return
    if (line.own) return goTo(moved(ids, line.id, 'ArrowDown'))
    if (line.refusal !== null) return announce(words.refusal(line.refusal), true)
    busy.current = true
    const figures = line.figures.map(({ source, target, verdict }) => ({ source, target, verdict }))
    const outcome = await call('confirmFigures', { params: { document: id, segment: line.id }, body: { figures } })
    busy.current = false
    setWrong(outcome.type === 'reply' ? '' : words.failure(outcome))
    if (outcome.type === 'reply') announce(t('figures.confirmedNow', { number: line.number }))
    await again()
    goTo(outcome.type === 'reply' ? (moved(ids, line.id, 'ArrowDown') ?? line.id) : line.id)
  }
  const move = (line: Line, key: string) => {
    const next = moved(ids, line.id, key)
    goTo(next)
    return next !== undefined
  }
  const latest = useRef({ confirm, move, here: lines[0] })
  latest.current = { confirm, move, here: lines.find((line) => line.id === stop) }
  // The same ones for as long as the page is there, so that only lines that change are drawn anew.
  const [acts] = useState<ListActs>(() => ({
    stand: (line) => setCurrent(line.id),
    move: (line, key) => latest.current.move(line, key),
    confirm: (line) => void latest.current.confirm(line),
  }))
  const arrived = useRef(() => goTo(current ?? undefined))
  useEffect(() => arrived.current(), [])
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || !answers(chordOf(event), bindings.confirm)) return
      event.preventDefault()
      void latest.current.confirm(latest.current.here)
    }
    globalThis.document.addEventListener('keydown', keyDown)
    return () => globalThis.document.removeEventListener('keydown', keyDown)
  }, [bindings])

  if (total === 0) return <p className="soft empty">{t('figures.none')}</p>
  return (
    <>
      <div className="standing">
        <p>
          <b>{t('figures.progress', { confirmed, count: total })}</b>
        </p>
        <progress max={total} value={confirmed} aria-label={t('figures.progressLabel')} />
        <p className="soft">{t('figures.about')}</p>
        {sheet.status === 'signed' && sheet.signOff && (
          <p>
            <Icon name="final" /> {t('figures.signed', { name: sheet.signOff.name })}{' '}
            <When at={sheet.signOff.at} full />
            {t('figures.signedSheet')}
          </p>
        )}
        {!mayDo(me, 'confirm-figures') && <p className="soft">{t('figures.readOnly')}</p>}
      </div>
      <div className="bar">
        <fieldset className="filters filter-buttons">
          <legend className="hidden">{t('filter.label')}</legend>
          {filters.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={filter === name}
              onClick={() => {
                setFilter(name)
                setCurrent(null)
              }}
            >
              {t(`figures.filter.${name}`)} <span className="count">{countOf(sheet.segments, name)}</span>
            </button>
          ))}
        </fieldset>
        <p className="takeaway">
          <button type="button" className="text-button" onClick={() => print()}>
            {t('figures.print')}
          </button>
          <a href={addressOf('exportDocument', { document: id, format: 'figures' })} download>
            {t('header.export', { format: 'CSV' })}
          </a>
        </p>
      </div>
      {wrong !== '' && <Notice wrong>{wrong}</Notice>}
      {lines.length === 0 && (
        <p className="soft empty" role="status">
          {t('figures.nothing')}
        </p>
      )}
      <div className="figure-heads" aria-hidden="true">
        <span>{t('signOff.segment')}</span>
        <span>{t('document.chinese')}</span>
        <span>{t('signOff.value')}</span>
        <span>{t('document.english')}</span>
        <span>{t('signOff.verdict')}</span>
        <span>{t('figures.by')}</span>
      </div>
      <ol className="lines" ref={list} aria-label={t('figures.list')}>
        {lines.map((line) => (
          <FigureLine key={line.id} line={line} href={`/d/${id}/${line.id}`} stop={line.id === stop} acts={acts} />
        ))}
      </ol>
    </>
  )
}
