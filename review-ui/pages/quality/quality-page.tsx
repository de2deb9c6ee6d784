import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { mayDo } from '../../../src/model/permissions.ts'
import { addressOf, call } from '../../api.ts'
import { DownloadLink } from '../../components/download-link.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { IssueTable } from './issue-table.tsx'
import { QualityRows } from './quality-rows.tsx'
import { SamplePart } from './sample-part.tsx'
import { ScoreBox } from './score-box.tsx'

/** The assessment of a document: its score, what was found by kind and severity, the samples, and sentence by sentence. */
export function QualityPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const remote = useRemote(document, (signal) => call('quality', { params: { document }, signal }))
  const view = remote.data
  useTitle(view === null ? t('quality.title') : `${t('quality.title')} · ${view.title}`)
  return (
    <>
      <Header />
      <main className="page quality" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
          </p>
          <h1>{t('quality.title')}</h1>
          {view !== null && (
            <p className="zh of" lang="zh-CN">
              {view.title}
            </p>
          )}
        </header>
        <p className="soft">{t('quality.about')}</p>
        <Loading remote={remote} />
        {view !== null && (
          <>
            <ScoreBox quality={view.quality} settings={view.settings} />
            <IssueTable issues={view.quality.issues} weights={view.settings.weights} />
            <SamplePart
              document={document}
              view={view}
              mayDraw={mayDo(me, 'draw-sample')}
              onDrawn={() => void remote.reload()}
            />
            <section aria-labelledby="quality-rows">
              <div className="quality-head">
                <h2 id="quality-rows">{t('quality.rows')}</h2>
                <DownloadLink className="button" href={addressOf('exportDocument', { document, format: 'quality' })}>
                  {t('quality.csv')}
                </DownloadLink>
              </div>
              <QualityRows document={document} rows={view.rows} names={view.names} />
            </section>
          </>
        )}
      </main>
    </>
  )
}
