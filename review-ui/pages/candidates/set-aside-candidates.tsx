import { useTranslation } from 'react-i18next'
import type { CandidatesView } from '../../../src/contract/views/candidates.ts'
import { When } from '../../components/instant.tsx'

/** What was set aside, the latest first, by whom and when; each can be offered again. */
export function SetAside({
  dismissed,
  onRestore,
}: {
  dismissed: CandidatesView['dismissed']
  onRestore: (form: string) => void
}) {
  const { t } = useTranslation()
  if (dismissed.length === 0) return null
  return (
    <details className="set-aside">
      <summary>{t('candidates.asideCount', { count: dismissed.length })}</summary>
      <ul>
        {dismissed.toReversed().map(({ form, at, name }) => (
          <li key={form}>
            <span className="zh" lang="zh-CN">
              {form}
            </span>
            <span className="soft">
              {t('candidates.asideBy', { name })} <When at={at} />
            </span>
            <button
              type="button"
              className="text-button"
              aria-label={t('candidates.restoreOne', { form })}
              onClick={() => onRestore(form)}
            >
              {t('candidates.restore')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
