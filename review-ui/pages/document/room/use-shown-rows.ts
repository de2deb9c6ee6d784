import { useMemo, useState } from 'react'
import type { Reading } from '../logic/reading.ts'
import { type Filter, isFound, passes } from '../logic/segment-filters.ts'
import { countsOf, filteredOf } from './active-segment.ts'

/** What is filtered and searched for, and the rows that show for it: those that pass, and the active one. */
export function useShownRows(reading: Reading, me: string, active: string | null) {
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const counts = useMemo(() => countsOf(reading, me), [reading, me])
  const passing = useMemo(
    () =>
      reading.rows.filter(
        (row) => passes(filter, filteredOf(row, reading, me)) && isFound(query, row.segment, row.number),
      ),
    [reading, filter, query, me],
  )
  const shown = useMemo(
    () => new Set([...passing.map(({ id }) => id), ...(active === null ? [] : [active])]),
    [passing, active],
  )
  return {
    filter,
    setFilter,
    query,
    setQuery,
    counts,
    passing,
    shown,
    /** How many rows the search found; 0 while nothing is searched for. */
    found: query.trim() === '' ? 0 : passing.length,
    showAll() {
      setFilter('all')
      setQuery('')
    },
  }
}

export type ShownRows = ReturnType<typeof useShownRows>
