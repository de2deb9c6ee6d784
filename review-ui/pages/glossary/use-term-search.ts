import { useDeferredValue, useMemo, useState } from 'react'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import { find, inOrder, type Order, searchable, type Wanted } from './logic/search.ts'

/** How many rows are drawn at first, and with every press of the button below them. */
export const rowsAtOnce = 500
const everything: Wanted = { query: '', status: 'all', domain: '' }

/** What is looked for in the glossary, and the terms that answer, as many as are to be drawn. */
export function useTermSearch(view: TermsView | null, opened: string | undefined) {
  const [wanted, setWanted] = useState(everything)
  const [order, setOrder] = useState<Order>('chinese')
  const [limit, setLimit] = useState(rowsAtOnce)
  const query = useDeferredValue(wanted.query)
  const { status, domain } = wanted
  const base = useMemo(() => searchable(view?.terms ?? []), [view])
  const result = useMemo(() => find(base, { query, status, domain }), [base, query, status, domain])
  const terms = useMemo(
    () => inOrder(result.found, order, query, ({ id }) => view?.changes[id]?.at ?? ''),
    [result, order, query, view],
  )
  const openAt = terms.findIndex(({ id }) => id === opened)
  return {
    wanted,
    order,
    query,
    result,
    terms,
    shown: terms.slice(0, Math.max(limit, openAt + 1)),
    setOrder,
    want(next: Partial<Wanted>) {
      setWanted({ ...wanted, ...next })
      setLimit(rowsAtOnce)
    },
    wantEverything() {
      setWanted(everything)
      setLimit(rowsAtOnce)
    },
    showMore: () => setLimit(limit + rowsAtOnce),
  }
}

export type TermSearch = ReturnType<typeof useTermSearch>
