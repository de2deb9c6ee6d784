import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReleaseView } from '../../../src/contract/views.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { Header } from '../../shell/header.tsx'
import { useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { isLatest, publicAddress } from './published.ts'

/** Every numbered edition of every document, the latest first, with the way to its page. */
export function ReleasesPage() {
  const { t } = useTranslation()
  const { workspace } = useSession().session
  const [releases, setReleases] = useState<readonly ReleaseView[] | null>(null)
  /** The Chinese titles, by document. */
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  useTitle(t('rooms.releases'))
  const load = useCallback(async () => {
    const [outcome, documents] = await Promise.all([call('releases'), call('documents')])
    if (documents.type === 'reply') setTitles(new Map(documents.reply.documents.map(({ id, title }) => [id, title])))
    if (outcome.type === 'reply') setReleases(outcome.reply.releases)
    setFailure(outcome.type === 'reply' ? null : outcome)
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  return (
    <>
      <Header />
      <main className="page releases" id="main">
        <header>
          <h1>{t('rooms.releases')}</h1>
          <p className="about">{t('releases.about')}</p>
        </header>
        <Loading failure={failure} waiting={releases === null} again={load} />
        {releases?.length === 0 && (
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
        {releases !== null && releases.length > 0 && (
          <>
            <p className="row-of-buttons">
              <OutLink href="/published/">{t('releases.site')}</OutLink>
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
                        <OutLink href={path}>{t('releases.release', { number })}</OutLink>
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
