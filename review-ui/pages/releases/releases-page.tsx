import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { base } from '../../base.ts'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { isLatest, publicAddress } from './published.ts'

/** Every numbered edition of every document, the latest first, with the way to its page. */
export function ReleasesPage() {
  const { t } = useTranslation()
  const { workspace } = useSession().session
  const remote = useRemote('releases', releasesWithTitles)
  const { releases = [], titles = new Map<string, string>() } = remote.data ?? {}
  useTitle(t('rooms.releases'))
  return (
    <>
      <Header />
      <main className="page releases" id="main">
        <header>
          <h1>{t('rooms.releases')}</h1>
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
              {releases.map((release) => {
                const { document, title, number, at, by, errata, path } = release
                const address = publicAddress(workspace.address, path)
                return (
                  <li key={path} data-latest={isLatest(release, releases) || undefined}>
                    <div className="titles">
                      {titles.has(document) && (
                        <h2 className="zh" lang="zh-CN">
                          <Link href={`/d/${document}`}>{titles.get(document)}</Link>
                        </h2>
                      )}
                      <p className="en" lang="en">
                        {title}
                      </p>
                    </div>
                    <div className="facts">
                      <p>
                        <OutLink href={`${base}${path}`}>{t('releases.release', { number })}</OutLink>
                        {isLatest(release, releases) && <span className="soft"> · {t('releases.latest')}</span>}
                      </p>
                      <p>
                        <When at={at} full /> <span className="soft">{t('releases.by', { name: by })}</span>
                      </p>
                      {errata > 0 && <p>{t('releases.errata', { count: errata })}</p>}
                      {address !== null && (
                        <p className="soft address">
                          {t('releases.public')}
                          {t('common.colon')}
                          {address}
                        </p>
                      )}
                    </div>
                  </li>
                )
              })}
            </ol>
          </>
        )}
      </main>
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

/** A link that leaves the review room: published pages open beside it. */
function OutLink({ href, children }: { href: string; children: string }) {
  const { t } = useTranslation()
  return (
    <a className="out" href={href} target="_blank" rel="noopener">
      {children} <span aria-hidden="true">↗</span>
      <span className="hidden"> ({t('releases.newTab')})</span>
    </a>
  )
}
