import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../src/model/names.ts'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { isComposing } from '../../../keys/keys.ts'
import { filters } from '../logic/segment-filters.ts'
import type { FindSteps } from '../room/use-find-steps.ts'
import type { ShownRows } from '../room/use-shown-rows.ts'

/** Which segments show, and the search in both languages. Narrow windows get the filters as one list. */
export function Toolbar({
  ref,
  filtering: { counts, filter, setFilter, query, setQuery, found },
  narrow,
  steps,
  onContents,
  onChoose,
}: {
  ref: Ref<HTMLInputElement>
  filtering: Pick<ShownRows, 'counts' | 'filter' | 'setFilter' | 'query' | 'setQuery' | 'found'>
  narrow: boolean
  steps: FindSteps
  /** Opens the contents, which stand beside the document in wide windows. */
  onContents: () => void
  /** Begins to choose segments, for one thing to be done to all of them. */
  onChoose: () => void
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  const shown = filters.filter(
    (name) => name === 'all' || name === filter || counts[name] > 0 || name === 'todo' || name === 'open',
  )
  return (
    <>
      <search className="toolbar" aria-label={t('filter.label')}>
        {narrow ? (
          <select
            className="input"
            aria-label={t('filter.label')}
            value={filter}
            onChange={(event) => setFilter(nameIn(filters, event.target.value))}
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
              <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
                {t(`filter.${name}`)} <span className="count">{counts[name]}</span>
              </button>
            ))}
          </fieldset>
        )}
        <button type="button" className="text-button choose-button" onClick={onChoose}>
          {t('many.begin')}
        </button>
        <div className="find">
          <input
            ref={ref}
            type="search"
            aria-label={t('filter.search')}
            placeholder={t('filter.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return
              if (event.key === 'Enter') steps.land(event.shiftKey ? -1 : 1)
              else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
                steps.show(event.key === 'ArrowDown' ? 1 : -1)
              else if (event.key === 'Escape' && query !== '') setQuery('')
              else if (event.key === 'Escape') steps.leave()
              else return
              event.preventDefault()
            }}
          />
          {query === '' ? (
            <Key chord={bindings.search} />
          ) : (
            <span className="soft" role="status">
              {steps.at > 0 && found > 0
                ? t('filter.hit', { at: steps.at, count: found })
                : t('filter.found', { count: found })}
            </span>
          )}
        </div>
      </search>
      {narrow && (
        <button type="button" className="text-button contents-button" aria-haspopup="dialog" onClick={onContents}>
          {t('outline.label')}
        </button>
      )}
    </>
  )
}
