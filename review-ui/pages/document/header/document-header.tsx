import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { plain } from '../../../../src/model/inline.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { Icon } from '../../../components/icon.tsx'
import { AccountMenu, Brand, LanguageAndTheme } from '../../../shell/header.tsx'
import { NoticesLink } from '../../../shell/notices-link.tsx'
import type { Reading } from '../logic/reading.ts'
import { segmentIdsOf } from '../logic/sections.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { type RoomView, signOffStatusOf } from '../room/room-view.ts'
import { initialsOf } from '../row/gutter.tsx'
import { ProgressStrip } from './progress-strip.tsx'

/** The title as the source has it, and its English as it stands: the lines of the first heading. */
function titleOf({ state }: RoomView, reading: Reading): { readonly zh: string; readonly en: string } {
  const first = reading.sections.find(({ type }) => type === 'heading')
  const blocks = (first?.blocks ?? []).filter(({ kind }) => kind === 'heading')
  const rows = segmentIdsOf({ blocks }).flatMap((id) => reading.byId.get(id) ?? [])
  return {
    zh: state.document.title,
    en: rows
      .map(({ segment }) => plain(segment.target))
      .join(' ')
      .trim(),
  }
}

export function DocumentHeader({
  reading,
  onGo,
  onKeys,
}: {
  reading: Reading
  onGo: (segment: string) => void
  onKeys: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const view = useRoomView()
  const { zh, en } = titleOf(view, reading)
  const status = signOffStatusOf(view)
  const document = view.state.document.id
  const others = view.present.filter(({ name }) => name !== me.name)
  return (
    <header className="top document-top">
      <a className="skip" href="#main">
        {t('header.skip')}
      </a>
      <Brand />
      <h1 className="title">
        <span className="zh" lang="zh-CN">
          {zh}
        </span>
        {en !== '' && (
          <span className="en" lang="en">
            {en}
          </span>
        )}
      </h1>
      <ProgressStrip rows={reading.rows} looks={reading.tallies.looks} onGo={onGo} />
      {others.length > 0 && (
        <ul className="present" aria-label={t('header.present')}>
          {others.map(({ name, segment }) => {
            const row = segment === null ? undefined : reading.byId.get(segment)
            const words = row ? t('header.presentAt', { name, number: row.number }) : name
            return (
              <li key={name} title={words}>
                <span aria-hidden="true">{initialsOf(name)}</span>
                <span className="hidden">{words}</span>
              </li>
            )
          })}
        </ul>
      )}
      <div className="tools">
        <NoticesLink />
        <LanguageAndTheme />
        <AccountMenu withRooms>
          <button type="button" onClick={onKeys}>
            {t('keys.title')}
          </button>
          {me.roles.length > 0 && <Link href={`/glossary/candidates/${document}`}>{t('candidates.link')}</Link>}
          <Link href={`/d/${document}/figures`}>{t('figures.title')}</Link>
          {mayDo(me, 'import-document') && <Link href={`/d/${document}/version`}>{t('newVersion.link')}</Link>}
          <Link href={`/d/${document}/revisions`}>{t('revisions.link')}</Link>
          <Link href={`/d/${document}/quality`}>{t('quality.link')}</Link>
          <Link href={`/d/${document}/export`}>{t('export.link')}</Link>
          {mayDo(me, 'replace') && <Link href={`/replace?document=${document}`}>{t('replacing.title')}</Link>}
          <Link href={`/d/${document}/returns`}>{t('returns.link')}</Link>
          <hr />
        </AccountMenu>
        <Link href={`/d/${document}/sign-off`} className="button sign-off-link">
          <span className="label">{t('header.signOff')}</span>{' '}
          {status === 'signed' ? (
            <>
              <Icon name="final" /> {t('signOffStatus.signed')}
            </>
          ) : (
            <b className={reading.tallies.filters.open > 0 || status === 'stale' ? 'red' : ''}>
              {status === 'stale' && (
                <span className="stale">
                  {t('signOffStatus.stale')}
                  {reading.tallies.filters.open > 0 && ' · '}
                </span>
              )}
              {reading.tallies.filters.open > 0
                ? t('header.open', { count: reading.tallies.filters.open })
                : status === 'never' && t('header.ready')}
            </b>
          )}
        </Link>
      </div>
    </header>
  )
}
