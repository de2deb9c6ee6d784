import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { type Filter, filters } from '../logic/segment-filters.ts'

/** Which segments show, and the search in both languages. Narrow windows get the filters as one list. */
export function Toolbar({
  ref,
  counts,
  filter,
  onFilter,
  query,
  onQuery,
  found,
  onNextFound,
  narrow,
}: {
  ref: Ref<HTMLInputElement>
  counts: Readonly<Record<Filter, number>>
  filter: Filter
  onFilter: (filter: Filter) => void
  query: string
  onQuery: (query: string) => void
  found: number
  onNextFound: (by: 1 | -1) => void
  narrow: boolean
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  const shown = filters.filter((name) => name === 'all' || name === filter || counts[name] > 0 || name === 'open')
  return (
    <search className="toolbar" aria-label={t('filter.label')}>
      {narrow ? (
        <select
          className="input"
          aria-label={t('filter.label')}
          value={filter}
          onChange={(event) => onFilter(event.target.value as Filter)}
        >
          {filters.map((name) => (
            <option key={name} value={name}>
              {t(`filter.${name}`)} {counts[name]}
            </option>
          ))}
        </select>
      ) : (
        <fieldset className="filters filter-buttons">
          <legend className="hidden">{t('filter.label')}</legend>
          {shown.map((name) => (
            <button key={name} type="button" aria-pressed={filter === name} onClick={() => onFilter(name)}>
              {t(`filter.${name}`)} <span className="count">{counts[name]}</span>
            </button>
          ))}
        </fieldset>
      )}
      <div className="find">
        <input
          ref={ref}
          type="search"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return
            if (event.key === 'Enter') {
              event.preventDefault()
              onNextFound(event.shiftKey ? -1 : 1)
            } else if (event.key === 'Escape' && query !== '') {
              event.preventDefault()
              onQuery('')
            }
          }}
        />
        {query === '' ? (
          <Key chord={bindings.search} />
        ) : (
          <span className="soft" role="status">
            {t('filter.found', { count: found })}
          </span>
        )}
      </div>
    </search>
  )
}
