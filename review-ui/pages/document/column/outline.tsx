import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { plain } from '../../../../src/model/inline.ts'
import { Icon } from '../../../components/icon.tsx'
import { keyLabel, useBindings } from '../../../keys/bindings.ts'
import { placeAfter } from '../../../keys/keys.ts'
import { looks } from '../logic/displayed-state.ts'
import { type Section, segmentIdsOf } from '../logic/sections.ts'
import type { Reading, Row } from '../room/room-context.tsx'

/** The contents of the document with how far each part has come, and what the rules between the columns mean. */
export function Outline({
  reading,
  active,
  hrefOf,
  onGo,
}: {
  reading: Reading
  active: string | null
  hrefOf: (segment: string) => string
  onGo: (segment: string) => void
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  const list = useRef<HTMLOListElement>(null)
  // One stop for Tab; the arrow keys move among the entries.
  const keyDown = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const next = placeAfter(event.key, at, links.length)
    if (next === undefined || at < 0) return
    event.preventDefault()
    links[next]?.focus()
  }
  const current = reading.sections.find((section) => active !== null && segmentIdsOf(section).includes(active))
  const stop = current ?? reading.sections[0]
  return (
    <>
      <nav aria-label={t('outline.label')}>
        <h2>{t('outline.label')}</h2>
        <ol ref={list} onKeyDown={keyDown}>
          {reading.sections.map((section) => {
            const rows = segmentIdsOf(section).flatMap((id) => reading.byId.get(id) ?? [])
            const first = rows[0]
            if (!first) return null
            return (
              <li key={section.id} className={`${section.type} level-${section.level}`}>
                <Link
                  href={hrefOf(first.id)}
                  replace
                  tabIndex={section.id === stop?.id ? 0 : -1}
                  aria-current={section.id === current?.id ? 'true' : undefined}
                  onClick={() => onGo(first.id)}
                >
                  <Name section={section} rows={rows} />
                  <Counts rows={rows} />
                </Link>
              </li>
            )
          })}
        </ol>
      </nav>
      <section className="legend" aria-label={t('outline.legend')}>
        <ul>
          {looks.map((look) => (
            <li key={look} data-look={look}>
              <span className="rule" />
              <Icon name={look} />
              {t(`look.${look}`)}
            </li>
          ))}
        </ul>
        <p>
          <kbd>{keyLabel(bindings.help)}</kbd> {t('outline.keys')}
        </p>
      </section>
    </>
  )
}

function Name({ section, rows }: { section: Section; rows: readonly Row[] }) {
  const { t } = useTranslation()
  const { type, label, speaker } = section
  if (type === 'heading') {
    const english = rows
      .map(({ segment }) => plain(segment.target))
      .join(' ')
      .trim()
    return (
      <span className="name">
        <span className="zh" lang="zh-CN">
          {rows.map(({ segment }) => plain(segment.source)).join(' ')}
        </span>
        {english !== '' && <span lang="en">{english}</span>}
      </span>
    )
  }
  return (
    <span className="name">
      {label && <b>{label}</b>} {speaker === undefined ? t(`section.${type}`) : <span lang="zh-CN">{speaker}</span>}
    </span>
  )
}

function Counts({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  const done = rows.filter(({ look }) => look === 'reviewed' || look === 'final').length
  const errors = rows.reduce((sum, row) => sum + row.errors, 0)
  const returned = rows.filter(({ look }) => look === 'returned').length
  return (
    <span className="counts">
      {returned > 0 && (
        <span className="red">
          <Icon name="returned" label={t('look.returned')} />
          {returned}
        </span>
      )}
      {errors > 0 && (
        <span className="red">
          <Icon name="error" label={t('finding.error')} />
          {errors}
        </span>
      )}
      {done === rows.length ? (
        <Icon name="reviewed" label={t('outline.done')} />
      ) : (
        <span title={t('outline.reviewed')}>
          {done}/{rows.length}
        </span>
      )}
    </span>
  )
}
