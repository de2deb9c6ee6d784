import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import { addressOf, call } from '../../api.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { DownloadLink } from '../../components/download-link.tsx'
import { Field, Select } from '../../components/field.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { askedOf, type Choice, choiceIn, queryOf } from './logic.ts'
import { RevisionRow } from './revision-row.tsx'

/** A report of what people changed in a document; its address says of whom and of which days. */
export function RevisionsPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const choice = choiceIn(useSearch())
  const [, go] = useLocation()
  const query = askedOf(choice)
  const remote = useRemote(`${document} ${queryOf(choice)}`, (signal) =>
    call('revisions', { params: { document }, query, signal }),
  )
  const report = remote.data
  useTitle(report === null ? t('revisions.title') : `${t('revisions.title')} · ${report.title}`)
  const choose = (change: Partial<Choice>) =>
    go(`/d/${document}/revisions${queryOf({ ...choice, ...change })}`, { replace: true })
  const fileOf = (format: 'csv' | 'docx') => addressOf('exportRevisions', { document, format }, query)
  return (
    <>
      <Header />
      <main className="page revisions" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
          </p>
          <h1>{t('revisions.title')}</h1>
          {report !== null && (
            <p className="zh of" lang="zh-CN">
              {report.title}
            </p>
          )}
        </header>
        <p className="soft">{t('revisions.about')}</p>
        <search className="revision-choice" aria-label={t('revisions.choice')}>
          <Select label={t('revisions.by')} value={choice.by} onChange={({ target }) => choose({ by: target.value })}>
            <option value="">{t('revisions.everyone')}</option>
            {report?.people.map(({ id, count }) => (
              <option key={id} value={id}>
                {report.names[id] ?? id} ({count})
              </option>
            ))}
          </Select>
          <Field
            type="date"
            label={t('revisions.from')}
            value={choice.from}
            max={choice.to || undefined}
            onChange={({ target }) => choose({ from: target.value })}
          />
          <Field
            type="date"
            label={t('revisions.to')}
            value={choice.to}
            min={choice.from || undefined}
            onChange={({ target }) => choose({ to: target.value })}
          />
          <p className="row-of-buttons">
            <DownloadLink className="button" href={fileOf('docx')}>
              {t('revisions.docx')}
            </DownloadLink>
            <DownloadLink className="button" href={fileOf('csv')}>
              {t('revisions.csv')}
            </DownloadLink>
          </p>
        </search>
        <CopyText text={location.href}>{t('revisions.share')}</CopyText>
        <Loading remote={remote} />
        {report !== null && (
          <>
            <p role="status">{t('revisions.count', { count: report.revisions.length + report.more })}</p>
            <ol className="revision-rows">
              {report.revisions.map((revision) => (
                <RevisionRow
                  key={`${revision.segment} ${revision.at} ${revision.by}`}
                  document={document}
                  revision={revision}
                  names={report.names}
                />
              ))}
            </ol>
            {report.more > 0 && <p className="soft">{t('revisions.more', { count: report.more })}</p>}
          </>
        )}
      </main>
    </>
  )
}
