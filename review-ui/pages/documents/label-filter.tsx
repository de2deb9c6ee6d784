import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** Shows the documents of one label alone; nothing as long as no document has any. */
export function LabelFilter({
  labels,
  label,
  onFilter,
}: {
  labels: ReadonlyMap<string, number>
  /** Empty for all documents. */
  label: string
  onFilter: (label: string) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  if (labels.size === 0) return null
  return (
    <p className="assigned-to">
      <label htmlFor={id}>{t('documents.labelOf')}</label>
      <select id={id} className="input" value={label} onChange={({ target }) => onFilter(target.value)}>
        <option value="">{t('documents.anyLabel')}</option>
        {[...labels].map(([name, count]) => (
          <option key={name} value={name}>
            {t('documents.labelCount', { label: name, count })}
          </option>
        ))}
      </select>
    </p>
  )
}
