import { useTranslation } from 'react-i18next'

/** Says that filter and search leave nothing to show, with the way back to all of it. */
export function NothingShown({ onAll }: { onAll: () => void }) {
  const { t } = useTranslation()
  return (
    <p className="nothing" role="status">
      {t('filter.nothing')}{' '}
      <button type="button" className="text-button" onClick={onAll}>
        {t('filter.showAll')}
      </button>
    </p>
  )
}
