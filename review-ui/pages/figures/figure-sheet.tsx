import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureSheetView } from '../../../src/contract/views/signing.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { addressOf } from '../../api.ts'
import { DownloadLink } from '../../components/download-link.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { useFocusList } from '../../interaction/focus.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useMe } from '../../shell/session.tsx'
import { FigureLine, type ListActs } from './figure-line.tsx'
import { countOf, type Filter, filters, type Line, moved, passing, progressOf } from './logic/figure-sheet.ts'
import { useConfirming } from './use-confirming.ts'

export function FigureSheet({
  document,
  sheet,
  again,
}: {
  document: string
  sheet: FigureSheetView
  again: () => Promise<void>
}) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>('all')
  // A link may lead to a sentence: `#b3.s1`.
  const [current, setCurrent] = useState<string | null>(location.hash.slice(1) || null)
  const links = useFocusList<string>()
  // The one that is being looked at stays in sight when it has been settled.
  const lines = sheet.segments.filter((line) => line.id === current || passing([line], filter).length > 0)
  const ids = lines.map((line) => line.id)
  const stop = current !== null && ids.includes(current) ? current : (ids[0] ?? null)
  const goTo = (segment: string | undefined) => {
    if (segment === undefined) return
    setCurrent(segment)
    links.focus(segment)
  }
  const { failure, confirm } = useConfirming({ document, ids, again, goTo })
  const move = (line: Line, key: string) => {
    const next = moved(ids, line.id, key)
    goTo(next)
    return next !== undefined
  }
  const latest = useRef({ confirm, move })
  latest.current = { confirm, move }
  // The same for as long as the page is there, so that only lines that change are drawn anew.
  const [acts] = useState<ListActs>(() => ({
    ref: links.ref,
    stand: (line) => setCurrent(line.id),
    move: (line, key) => latest.current.move(line, key),
    confirm: (line) => void latest.current.confirm(line),
  }))
  const arrived = useRef(() => goTo(current ?? undefined))
  useEffect(() => arrived.current(), [])
  useKeys({
    // A key held down confirms what it was pressed for, and not what nobody has read.
    confirm: (event) => {
      if (!event.repeat) void confirm(lines.find((line) => line.id === stop))
    },
  })
  if (progressOf(sheet.segments).total === 0) return <p className="soft empty">{t('figures.none')}</p>
  return (
    <>
      <Progress sheet={sheet} />
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
        <div className="takeaway">
          <button type="button" className="text-button" onClick={() => print()}>
            {t('figures.print')}
          </button>
          <DownloadLink href={addressOf('exportDocument', { document, format: 'figures' })}>
            {t('header.export', { format: 'CSV' })}
          </DownloadLink>
        </div>
      </div>
      <FailureNotice failure={failure} />
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
      <ol className="lines" aria-label={t('figures.list')}>
        {lines.map((line) => (
          <FigureLine
            key={line.id}
            line={line}
            href={`/d/${document}/${line.id}`}
            stop={line.id === stop}
            acts={acts}
          />
        ))}
      </ol>
    </>
  )
}

/** How many figures somebody answers for, under which signature, and who may confirm more. */
function Progress({ sheet }: { sheet: FigureSheetView }) {
  const { t } = useTranslation()
  const me = useMe()
  const { total, confirmed } = progressOf(sheet.segments)
  return (
    <div className="standing">
      <p>
        <b>{t('figures.progress', { confirmed, count: total })}</b>
      </p>
      <progress max={total} value={confirmed} aria-label={t('figures.progressLabel')} />
      <p className="soft">{t('figures.about')}</p>
      {sheet.status === 'signed' && sheet.signOff && (
        <p>
          <Icon name="final" /> {t('figures.signed', { name: sheet.signOff.name })} <When at={sheet.signOff.at} full />
          {t('figures.signedSheet')}
        </p>
      )}
      {!mayDo(me, 'confirm-figures') && <p className="soft">{t('figures.readOnly')}</p>}
    </div>
  )
}
