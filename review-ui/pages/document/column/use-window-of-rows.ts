import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { expectDefined } from '../../../../src/model/expect.ts'
import { placeOfRow, type Row } from '../logic/row.ts'
import { estimatedHeight } from '../logic/row-setting.ts'
import { useNarrow } from '../room/use-narrow.ts'

/** The rows that are drawn: those near the window, and the active one. */
export interface WindowOfRows {
  /** With the places of their edges in the list, in pixels. */
  readonly items: readonly { readonly index: number; readonly top: number; readonly bottom: number }[]
  /** The height of all rows together, measured or estimated, in pixels. */
  readonly height: number
  /** The index of the row at so many pixels below the top of the page, and where it begins. */
  rowAt(offset: number): { readonly index: number; readonly start: number } | undefined
}

/** Rows drawn above and below the window: what a key or a turn of the wheel brings in is there already. */
const rowsAround = 6

/** Draws of many rows those near the window. What is measured above the window moves nothing that is in sight. */
export function useWindowOfRows(shown: readonly Row[], active: Row | undefined) {
  const list = useRef<HTMLOListElement>(null)
  const isNarrow = useNarrow(44)
  const { above, width } = useListPlace(list)
  const activeIndex = active === undefined ? -1 : placeOfRow(shown, active)
  const extract = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range)
      const [first = 0, last = -1] = [near[0], near.at(-1)]
      if (activeIndex < 0 || (first <= activeIndex && activeIndex <= last)) return near
      return activeIndex < first ? [activeIndex, ...near] : [...near, activeIndex]
    },
    [activeIndex],
  )
  const ids = useSameIds(shown)
  const rowOf = (index: number) => expectDefined(shown[index], 'a row that shows')
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: shown.length,
    // Another function has all heights summed up anew.
    getItemKey: useCallback((index: number) => ids[index]?.id ?? index, [ids]),
    estimateSize: (index) => estimatedHeight(rowOf(index), width, isNarrow),
    overscan: rowsAround,
    rangeExtractor: extract,
    // Known before anything is drawn: the row that takes the focus is there with the first drawing.
    initialRect: { width: innerWidth, height: innerHeight },
    scrollMargin: above,
  })
  const rows: WindowOfRows = {
    items: virtualizer.getVirtualItems().map(({ index, start, end }) => ({
      index,
      top: start - above,
      bottom: end - above,
    })),
    height: virtualizer.getTotalSize(),
    rowAt: (offset) => virtualizer.getVirtualItemForOffset(offset),
  }
  usePlaceKept(ids, active, above, rows.items, (index) => virtualizer.measurementsCache[index]?.start)
  return { rows, list, place: virtualizer.measureElement }
}

/**
 * How much of the page stands above the list, and how wide it is. A notice that comes or goes above it while somebody
 * reads further down moves the page along, so that the text stays where it is.
 */
function useListPlace(list: { readonly current: HTMLElement | null }) {
  const [place, setPlace] = useState({ above: 0, width: 800 })
  const latest = useRef(place)
  const measure = useCallback(() => {
    if (list.current === null) return
    const { top, width } = list.current.getBoundingClientRect()
    const above = Math.round(top + scrollY)
    const before = latest.current
    if (above === before.above && width === before.width) return
    latest.current = { above, width }
    if (before.above > 0 && scrollY > Math.max(before.above, above)) scrollBy(0, above - before.above)
    setPlace(latest.current)
  }, [list])
  useLayoutEffect(measure)
  useLayoutEffect(() => {
    const page = list.current?.closest('main')
    if (!page) return
    const growth = new ResizeObserver(measure)
    growth.observe(page)
    return () => growth.disconnect()
  }, [list, measure])
  return place
}

/**
 * Keeps what is read where it is when other rows show, as by a filter or a search: the active row if it is in sight, else
 * the first in sight that goes on to show.
 */
function usePlaceKept(
  shown: readonly Row[],
  active: Row | undefined,
  above: number,
  items: WindowOfRows['items'],
  startOf: (index: number) => number | undefined,
): void {
  const before = useRef({ shown, items, above, scroll: scrollY })
  useLayoutEffect(() => {
    const last = before.current
    const inSight = last.items.flatMap(({ index, top, bottom }) => {
      const offset = last.above + top - last.scroll
      const row = last.shown[index]
      return row === undefined || offset > innerHeight || offset + bottom - top < 0 ? [] : [{ row, offset }]
    })
    if (last.shown !== shown) {
      const seen = inSight.flatMap(({ row, offset }) => {
        const start = startOf(placeOfRow(shown, row))
        return start === undefined ? [] : [{ id: row.id, offset, start }]
      })
      const kept = seen.find(({ id }) => id === active?.id) ?? seen[0]
      if (kept !== undefined) scrollTo(0, kept.start - kept.offset)
    }
    before.current = { shown, items, above, scroll: scrollY }
  })
  useEffect(() => {
    const follow = () => {
      before.current = { ...before.current, scroll: scrollY }
    }
    addEventListener('scroll', follow, { passive: true })
    return () => removeEventListener('scroll', follow)
  }, [])
}

/** Rows in the order in which these show: the same as long as the order is the same. */
function useSameIds(shown: readonly Row[]): readonly Row[] {
  const last = useRef(shown)
  if (last.current !== shown && !haveSameIds(last.current, shown)) last.current = shown
  return last.current
}

function haveSameIds(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index] || row.id === b[index]?.id)
}
