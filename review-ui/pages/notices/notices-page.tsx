import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { NoticeView } from '../../../src/contract/views/notices.ts'
import { wordsKeyOf } from '../../../src/model/notice.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { useReloadOnReturn, useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { noteUnseen } from '../../shell/unseen.ts'
import { ChoicesForm } from './choices-form.tsx'

/** What one was told, each with the way to where it happened; and what one wants to be told. */
export function NoticesPage() {
  const { t } = useTranslation()
  const me = useMe()
  const remote = useRemote('notices', (signal) => call('notices', { signal }))
  const sending = useSending()
  useTitle(t('notices.title'))
  useReloadOnReturn(remote.reload)
  const view = remote.data
  const read = async (ids: readonly string[]) => {
    const done = await sending.send(call('readNotices', { body: { notices: [...ids] } }))
    if (done !== null) noteUnseen(me.id, done.unread)
    return done !== null
  }
  const readAll = async (notices: readonly NoticeView[]) => {
    if (!(await read(notices.map(({ id }) => id)))) return
    announce(t('notices.allReadDone'))
    await remote.reload()
  }
  return (
    <>
      <Header />
      <main className="page stack notices-page" id="main">
        <h1>{t('notices.title')}</h1>
        <Loading remote={remote} />
        {view !== null && (
          <>
            <section className="stack" aria-label={t('notices.list')}>
              {view.notices.length === 0 && <p className="soft">{t('notices.none')}</p>}
              {view.notices.length > 0 && (
                <ul className="notice-list">
                  {view.notices.map((notice) => (
                    <NoticeLine key={notice.id} notice={notice} onOpen={() => void read([notice.id])} />
                  ))}
                </ul>
              )}
              <FailureNotice failure={sending.failure} />
              {view.unread > 0 && (
                <div className="row-of-buttons">
                  <button
                    type="button"
                    className="button"
                    disabled={sending.busy}
                    onClick={() => void readAll(view.notices)}
                  >
                    {t('notices.allRead')}
                  </button>
                </div>
              )}
            </section>
            <ChoicesForm saved={view.choices} mail={view.mail} />
          </>
        )}
      </main>
    </>
  )
}

function NoticeLine({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { t } = useTranslation()
  const { t: told } = useTranslation('told')
  const { document, segment, title, name, count = 1, due = '', release = 0, read, at, kind } = notice
  const place = kind === 'to-sign' ? '/sign-off' : segment === undefined ? '' : `/${segment}`
  return (
    <li data-unread={read ? undefined : ''}>
      <Link href={`/d/${document}${place}`} onClick={onOpen}>
        <span className="what">
          {!read && <span className="hidden">{t('notices.unread')}: </span>}
          {told(wordsKeyOf(notice), { name, count, due, release })}
        </span>
        <span className="zh" lang="zh-CN">
          {title}
        </span>
      </Link>
      <small className="soft">
        <When at={at} />
      </small>
    </li>
  )
}
