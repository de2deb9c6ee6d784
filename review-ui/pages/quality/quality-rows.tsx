import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QualityRow } from '../../../src/model/quality.ts'
import { When } from '../../components/instant.tsx'

/** What was judged, sentence by sentence, each on the text of then. */
export function QualityRows({
  document,
  rows,
  names,
}: {
  document: string
  rows: readonly QualityRow[]
  names: Readonly<Record<string, string>>
}) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="soft">{t('quality.noRows')}</p>
  return (
    <ol className="quality-rows">
      {rows.map((row) => (
        <li key={`${row.segment} ${row.target}`}>
          <p className="number">
            <Link href={`/d/${document}/${row.segment}`} aria-label={t('document.segment', { number: row.number })}>
              {row.number}
            </Link>
          </p>
          <p className="zh" lang="zh-CN">
            {row.source}
          </p>
          <div>
            <p className="en" lang="en">
              {row.target}
            </p>
            <p className="soft">
              {row.assessed
                ? t('quality.assessedBy', { name: names[row.assessed.by] ?? row.assessed.by })
                : t('quality.notAssessed')}{' '}
              {row.assessed && <When at={row.assessed.at} />}
              {!row.present && ` · ${t('quality.asOf')}`}
              {!row.counts && ` · ${t('quality.notCounted')}`}
            </p>
            <ul>
              {row.issues.map((issue) => (
                <li key={issue.id}>
                  <b>{t(`quality.category.${issue.category}`)}</b>{' '}
                  <span className={`severity ${issue.severity}`}>{t(`quality.severity.${issue.severity}`)}</span>
                  {issue.words && (
                    <>
                      {' '}
                      <q
                        className={issue.words.side === 'source' ? 'zh' : 'en'}
                        lang={issue.words.side === 'source' ? 'zh-CN' : 'en'}
                      >
                        {issue.words.text}
                      </q>
                    </>
                  )}
                  {issue.text !== '' && (
                    <>
                      {t('common.colon')}
                      {issue.text}
                    </>
                  )}{' '}
                  <span className="soft">
                    {names[issue.by] ?? issue.by}
                    {row.counts && !issue.counts && ` · ${t('quality.notCounted')}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}
