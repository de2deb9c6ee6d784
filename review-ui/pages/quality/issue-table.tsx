import { useTranslation } from 'react-i18next'
import { type IssueCounts, issueCategories, issueSeverities, type QualitySettings } from '../../../src/model/quality.ts'

/** How many issues of each kind and severity count. */
export function IssueTable({ issues, weights }: { issues: IssueCounts } & Pick<QualitySettings, 'weights'>) {
  const { t } = useTranslation()
  const kinds = issueCategories.filter((category) => issueSeverities.some((severity) => issues[category][severity] > 0))
  if (kinds.length === 0) return null
  const sumOf = (severity: (typeof issueSeverities)[number]) =>
    kinds.reduce((sum, category) => sum + issues[category][severity], 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keys
    <section className="scrolls" aria-label={t('quality.table')} tabIndex={0}>
      <table className="table issue-table">
        <caption>{t('quality.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.category.label')}</th>
            {issueSeverities.map((severity) => (
              <th key={severity} scope="col" className="number">
                {t(`quality.severity.${severity}`)}
                <br />
                <small className="soft">{t('quality.weight', { weight: weights[severity] })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((category) => (
            <tr key={category}>
              <th scope="row">{t(`quality.category.${category}`)}</th>
              {issueSeverities.map((severity) => (
                <td key={severity} className="number">
                  {issues[category][severity] || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('quality.total')}</th>
            {issueSeverities.map((severity) => (
              <td key={severity} className="number">
                {sumOf(severity)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
