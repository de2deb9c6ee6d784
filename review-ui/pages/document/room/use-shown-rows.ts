import { useEffect, useMemo, useRef, useState } from 'react'
import { doInPauses } from '../../../interaction/pauses.ts'
import { byAttention, withAttended } from '../logic/attention.ts'
import type { Reading } from '../logic/reading.ts'
import { type Row, withRow } from '../logic/row.ts'
import { type Filter, passes, prepareSearchSteps, searchFor } from '../logic/segment-filters.ts'

/** What is filtered and searched for, and the rows that show for it: those that pass, and the active one. */
export function useShownRows(reading: Reading, me: string, active: string | null) {
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const { rows, byId } = reading
  const passing = useMemo(() => {
    const isFound = query.trim() === '' ? null : searchFor(query)
    if (filter === 'all' && isFound === null) return rows
    const found = rows.filter(
      (row) => passes(filter, row, me) && (isFound === null || isFound(row.segment, row.number)),
    )
    return filter === 'look' ? byAttention(found) : found
  }, [rows, filter, query, me])
  useEffect(() => doInPauses(prepareSearchSteps(rows)), [rows])
  const before = useRef<readonly Row[]>([])
  const shown = useMemo(() => {
    const row = active === null ? undefined : byId.get(active)
    return filter === 'look' ? withAttended(passing, row, before.current) : withRow(passing, row)
  }, [passing, active, byId, filter])
  useEffect(() => {
    before.current = shown
  }, [shown])
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
