import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermStatus } from '../../../src/model/term.ts'
import { Key } from '../../components/key.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { type Order, orders, type Wanted } from './logic/search.ts'

const statuses = ['all', 'proposed', 'approved', 'retired'] as const

/** What narrows the list of terms down, with how many there are of each. */
export function Filters({
  ref,
  wanted,
  order,
  statuses: counts,
  domains,
  found,
  onWanted,
  onOrder,
  onDown,
}: {
  ref: Ref<HTMLInputElement>
  wanted: Wanted
  order: Order
  statuses: Readonly<Record<TermStatus | 'all', number>>
  domains: readonly { readonly domain: string; readonly count: number }[]
  found: number
  onWanted: (wanted: Partial<Wanted>) => void
  onOrder: (order: Order) => void
  /** Into the list. */
  onDown: () => void
}) {
  const { t } = useTranslation()
  const bindings = useBindings()
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
          onChange={(event) => onWanted({ query: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault()
              onDown()
            } else if (event.key === 'Escape' && wanted.query !== '') {
              event.preventDefault()
              onWanted({ query: '' })
            }
          }}
        />
        {wanted.query === '' && <Key chord={bindings.search} />}
      </div>
      <fieldset className="statuses filter-buttons">
        <legend className="hidden">{t('glossary.form.status')}</legend>
        {statuses.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={wanted.status === status}
            onClick={() => onWanted({ status })}
          >
            {status === 'all' ? t('glossary.all') : t(`termStatus.${status}`)}{' '}
            <span className="count">{counts[status]}</span>
          </button>
        ))}
      </fieldset>
      <select
        className="input"
        aria-label={t('glossary.domain')}
        value={wanted.domain}
        onChange={(event) => onWanted({ domain: event.target.value })}
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
        onChange={(event) => onOrder(event.target.value as Order)}
      >
        {orders.map((one) => (
          <option key={one} value={one}>
            {t(`glossary.orders.${one}`)}
          </option>
        ))}
      </select>
      <p className="found soft" role="status">
        {t('glossary.found', { count: found })}
      </p>
    </search>
  )
}
