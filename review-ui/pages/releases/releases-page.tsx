import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import { call } from '../../api.ts'
import { base } from '../../base.ts'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { OutLink } from './out-link.tsx'
import { isLatest } from './published.ts'
import { ReleaseLine } from './release-line.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Every numbered edition of every document, the latest first, with the way to its page. */
export function ReleasesPage() {
  const { t } = useTranslation()
  const { workspace } = useSession().session
  const remote = useRemote('releases', releasesWithTitles)
  const { releases = [], titles = new Map<string, string>() } = remote.data ?? {}
  const [withdrawing, setWithdrawing] = useState<ReleaseView | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(t('rooms.releases'))
  return (
    <>
      <Header />
      <main className="page releases" id="main">
        <header>
          <h1 ref={heading} tabIndex={-1}>
            {t('rooms.releases')}
          </h1>
          <p className="about">{t('releases.about')}</p>
        </header>
        <Loading remote={remote} />
        {remote.data?.releases.length === 0 && (
          <div className="none">
            <p>
              <b>{t('releases.none')}</b>
            </p>
            <p className="soft">{t('releases.noneHint')}</p>
            <p>
              <Link href="/" className="button">
                {t('releases.toDocuments')}
              </Link>
            </p>
          </div>
        )}
        {releases.length > 0 && (
          <>
            <p className="row-of-buttons">
              <OutLink href={`${base}/published/`}>{t('releases.site')}</OutLink>
              <span className="soft">{t('releases.zone', { zone: workspace.timeZone })}</span>
            </p>
            <ol className="list" aria-label={t('releases.list')}>
              {releases.map((release) => (
                <ReleaseLine
                  key={release.path}
                  release={release}
                  chinese={titles.get(release.document)}
                  latest={isLatest(release, releases)}
                  onWithdraw={() => setWithdrawing(release)}
                />
              ))}
            </ol>
          </>
        )}
      </main>
      {withdrawing !== null && (
        <WithdrawDialog
          release={withdrawing}
          onClose={() => setWithdrawing(null)}
          onDone={async () => {
            setWithdrawing(null)
            announce(t('releases.withdrawnNow', { number: withdrawing.number }))
            await remote.reload()
            // The button that opened the dialog is gone.
            heading.current?.focus()
          }}
        />
      )}
    </>
  )
}

/** The releases, and the Chinese titles by document as far as they can be had. */
async function releasesWithTitles(signal: AbortSignal) {
  const [releases, listed] = await Promise.all([call('releases', { signal }), call('documents', { signal })])
  if (releases.type !== 'reply') return releases
  const documents = listed.type === 'reply' ? listed.reply.documents : []
  const titles = new Map(documents.map(({ id, title }) => [id, title]))
  return { type: 'reply', reply: { ...releases.reply, titles } } as const
}
