import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/icon.tsx'
import { Key } from '../../components/key.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { isComposing } from '../../keys/keys.ts'
import { type Group, groups } from './logic/grouping.ts'

/** Which part of the list shows, and the search in it. */
export function ListTools({
  ref,
  counts,
  filter,
  onFilter,
  query,
  onQuery,
}: {
  ref: Ref<HTMLInputElement>
  counts: Readonly<Record<Group | 'all', number>>
  filter: Group | 'all'
  onFilter: (filter: Group | 'all') => void
  query: string
  onQuery: (query: string) => void
}) {
  const { t } = useTranslation()
  const { search } = useBindings()
  return (
    <search className="tools-line" aria-label={t('filter.label')}>
      <fieldset className="filter-buttons">
        <legend className="hidden">{t('filter.label')}</legend>
        {(['all', ...groups] as const).map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => onFilter(name)}>
            {t(`documents.filter.${name}`)} <span className="count">{counts[name]}</span>
          </button>
        ))}
      </fieldset>
      <div className="find">
        <Icon name="search" />
        <input
          ref={ref}
          type="search"
          aria-label={t('documents.search')}
          placeholder={t('documents.search')}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent) || event.key !== 'Escape' || query === '') return
            event.preventDefault()
            onQuery('')
          }}
        />
        <Key chord={search} />
      </div>
    </search>
  )
}
