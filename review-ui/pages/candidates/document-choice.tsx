import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CandidatesView } from '../../../src/contract/views/candidates.ts'

/** Where candidates are looked for, and how much was read for them. */
export function DocumentChoice({
  document,
  view,
  loading,
}: {
  document: string | undefined
  view: CandidatesView | null
  loading: boolean
}) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  return (
    <div className="choice">
      <label>
        <span>{t('candidates.where')}</span>
        <select
          className="input"
          value={document ?? ''}
          onChange={({ target: { value } }) => go(`/glossary/candidates${value === '' ? '' : `/${value}`}`)}
        >
          <option value="">{t('candidates.everywhere')}</option>
          {view?.documents.map(({ id, title }) => (
            <option key={id} value={id} lang="zh-CN">
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className="soft" role="status">
        {loading
          ? t('candidates.reading')
          : view !== null && t('candidates.read', { count: view.segments, found: view.candidates.length })}
        {!loading && view !== null && view.left > 0 && ` ${t('candidates.tooMany', { count: view.left })}`}
      </p>
    </div>
  )
}
