import { useTranslation } from 'react-i18next'

/** In the place of the list: that nothing answers the search, and the ways on. */
export function NothingFound({
  query,
  elsewhere,
  onElsewhere,
  onClear,
}: {
  query: string
  /** How many documents answer it that the filter does not show. */
  elsewhere: number
  onElsewhere: () => void
  onClear: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="none" role="status">
      <p>
        <b>{t('documents.nothingFound', { query })}</b>
      </p>
      <p className="soft">{t('documents.lookedIn')}</p>
      <div className="row-of-buttons">
        {elsewhere > 0 && (
          <button type="button" className="button" onClick={onElsewhere}>
            {t('documents.foundElsewhere', { count: elsewhere })}
          </button>
        )}
        <button type="button" className="button" onClick={onClear}>
          {t('documents.clear')}
        </button>
      </div>
    </div>
  )
}
