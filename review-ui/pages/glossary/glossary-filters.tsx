import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../src/model/names.ts'
import { Key } from '../../components/key.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { isComposing } from '../../keys/keys.ts'
import { orders } from './logic/search.ts'
import type { TermSearch } from './use-term-search.ts'

const statuses = ['all', 'proposed', 'approved', 'retired'] as const

/** What narrows the list of terms down, with how many there are of each. */
export function Filters({
  ref,
  found,
  onDown,
}: {
  ref: Ref<HTMLInputElement>
  found: TermSearch
  /** Into the list. */
  onDown: () => void
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
  const { wanted, want, order, setOrder, terms } = found
  const { statuses: counts, domains } = found.result
  return (
    <search className="filters" aria-label={t('glossary.filter')}>
      <div className="find">
        <input
          ref={ref}
          className="input"
          type="search"
          aria-label={t('glossary.search')}
          placeholder={t('glossary.search')}
          value={wanted.query}
          onChange={(event) => want({ query: event.target.value })}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault()
              onDown()
            } else if (event.key === 'Escape' && wanted.query !== '') {
              event.preventDefault()
              want({ query: '' })
            }
          }}
        />
        {wanted.query === '' && <Key chord={bindings.search} />}
      </div>
      <fieldset className="statuses filter-buttons">
        <legend className="hidden">{t('glossary.form.status')}</legend>
        {statuses.map((status) => (
          <button key={status} type="button" aria-pressed={wanted.status === status} onClick={() => want({ status })}>
            {status === 'all' ? t('glossary.all') : t(`termStatus.${status}`)}{' '}
            <span className="count">{counts[status]}</span>
          </button>
        ))}
      </fieldset>
      <select
        className="input"
        aria-label={t('glossary.domain')}
        value={wanted.domain}
        onChange={(event) => want({ domain: event.target.value })}
      >
        <option value="">{t('glossary.allDomains')}</option>
        {domains.map(({ domain, count }) => (
          <option key={domain} value={domain}>
            {domain} ({count})
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('glossary.order')}
        value={order}
        onChange={(event) => setOrder(nameIn(orders, event.target.value))}
      >
        {orders.map((one) => (
          <option key={one} value={one}>
            {t(`glossary.orders.${one}`)}
          </option>
        ))}
      </select>
      <p className="found soft" role="status">
        {t('glossary.found', { count: terms.length })}
      </p>
    </search>
  )
}
