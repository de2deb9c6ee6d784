import { useTranslation } from 'react-i18next'

/** What stands in the place of the list where nothing was found, and what there is to do about it. */
export function NoTerms({
  empty,
  query,
  mayAdd,
  onAll,
  onAdd,
}: {
  /** Whether there are no terms at all. */
  empty: boolean
  query: string
  mayAdd: boolean
  onAll: () => void
  onAdd: (source: string) => void
}) {
  const { t } = useTranslation()
  const form = query.trim()
  return (
    <div className="none">
      <p>
        <b>{t(empty ? 'glossary.noneYet' : 'glossary.none')}</b>
      </p>
      <div className="row-of-buttons">
        {!empty && (
          <button type="button" className="button" onClick={onAll}>
            {t('glossary.showAll')}
          </button>
        )}
        {mayAdd && /\p{Script=Han}/u.test(form) && (
          <button type="button" className="button" onClick={() => onAdd(form)}>
            {t('glossary.addThis', { form })}
          </button>
        )}
      </div>
    </div>
  )
}
