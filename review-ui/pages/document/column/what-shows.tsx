import { useTranslation } from 'react-i18next'
import type { Filter } from '../logic/segment-filters.ts'

/**
 * What is to be said of the rows that show: that filter and search leave none, with the way back to all, or that they
 * stand in another order than the document's.
 */
export function WhatShows({ filter, count, onAll }: { filter: Filter; count: number; onAll: () => void }) {
  const { t } = useTranslation()
  if (count === 0) {
    return (
      <p className="nothing" role="status">
        {t('filter.nothing')}{' '}
        <button type="button" className="text-button" onClick={onAll}>
          {t('filter.showAll')}
        </button>
      </p>
    )
  }
  return filter === 'look' && count > 1 ? (
    <p className="row-order" role="status">
      {t('filter.likeliestFirst')}
    </p>
  ) : null
}
