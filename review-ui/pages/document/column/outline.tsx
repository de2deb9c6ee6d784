import { type KeyboardEvent, type Ref, useImperativeHandle } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { plain } from '../../../../src/model/inline.ts'
import { Icon } from '../../../components/icon.tsx'
import { indexAfter, useFocusList } from '../../../interaction/focus.ts'
import { keyLabel, useBindings } from '../../../keys/bindings.ts'
import { displayedStates } from '../logic/displayed-state.ts'
import type { Reading, Row } from '../logic/reading.ts'
import { firstWords, type Section, segmentIdsOf } from '../logic/sections.ts'

export interface OutlineHandle {
  /** Gives the focus to the entry of the part that is being worked on. */
  focus(): void
}

/** The contents of the document with how far each part has come, and what the rules between the columns mean. */
export function Outline({
  ref,
  reading,
  active,
  hrefOf,
  onGo,
}: {
  ref?: Ref<OutlineHandle>
  reading: Reading
  active: string | null
  hrefOf: (segment: string) => string
  onGo: (segment: string) => void
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  const links = useFocusList<string>()
  // One stop for Tab; the arrow keys move among the entries.
  const follow = (event: KeyboardEvent) => {
    const ids = reading.sections.map(({ id }) => id)
    const next = indexAfter(event, ids.indexOf(links.keyOf(event.target) ?? ''), ids.length)
    if (next === undefined) return
    event.preventDefault()
    links.focus(ids[next])
  }
  const current = reading.sections.find((section) => active !== null && segmentIdsOf(section).includes(active))
  const stop = current ?? reading.sections[0]
  useImperativeHandle(ref, () => ({ focus: () => void links.focus(stop?.id) }))
  return (
    <>
      <nav aria-label={t('outline.label')}>
        <h2>{t('outline.label')}</h2>
        <ol onKeyDown={follow}>
          {reading.sections.map((section) => {
            const rows = segmentIdsOf(section).flatMap((id) => reading.byId.get(id) ?? [])
            const first = rows[0]
            if (!first) return null
            return (
              <li key={section.id} className={`${section.type} level-${section.level}`}>
                <Link
                  ref={links.ref(section.id)}
                  href={hrefOf(first.id)}
                  replace
                  tabIndex={section.id === stop?.id ? 0 : -1}
                  aria-current={section.id === current?.id ? 'true' : undefined}
                  onClick={() => onGo(first.id)}
                >
                  <Name
                    section={section}
                    rows={section.type === 'heading' ? rows.filter(({ kind }) => kind === 'heading') : rows}
                  />
                  <Counts rows={rows} />
                </Link>
              </li>
            )
          })}
        </ol>
      </nav>
      <section className="legend" aria-label={t('outline.legend')}>
        <ul>
          {displayedStates.map((look) => (
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
      {label && <b>{label}</b>} <span lang="zh-CN">{speaker ?? firstWords(plain(rows[0]?.segment.source ?? []))}</span>
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
