import { useEffect, useMemo, useState } from 'react'
import { doInPauses } from '../../../interaction/pauses.ts'
import type { Reading } from '../logic/reading.ts'
import { withRow } from '../logic/row.ts'
import { type Filter, passes, prepareSearchSteps, searchFor } from '../logic/segment-filters.ts'

/** What is filtered and searched for, and the rows that show for it: those that pass, and the active one. */
export function useShownRows(reading: Reading, me: string, active: string | null) {
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const { rows, byId } = reading
  const passing = useMemo(() => {
    const isFound = query.trim() === '' ? null : searchFor(query)
    if (filter === 'all' && isFound === null) return rows
    return rows.filter((row) => passes(filter, row, me) && (isFound === null || isFound(row.segment, row.number)))
  }, [rows, filter, query, me])
  useEffect(() => doInPauses(prepareSearchSteps(rows)), [rows])
  const shown = useMemo(() => withRow(passing, active === null ? undefined : byId.get(active)), [passing, active, byId])
  return {
    filter,
    setFilter,
    query,
    setQuery,
    counts: reading.tallies.filters,
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
