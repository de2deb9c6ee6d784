import type { RefObject } from 'react'
import { useKeys } from '../../../keys/use-keys.ts'
import type { ActiveRowHandle } from '../row/active-row.tsx'
import { useBrowserFind } from './use-browser-find.ts'

/** The keys of the room that work wherever the focus is. */
export function useRoomKeys({
  activeRow,
  search,
  nextOpen,
  onHelp,
}: {
  activeRow: RefObject<ActiveRowHandle | null>
  search: RefObject<HTMLInputElement | null>
  nextOpen: () => void
  onHelp: () => void
}): void {
  useKeys({
    menu: () => activeRow.current?.openMenu(),
    confirm: () => activeRow.current?.step(),
    nextOpen,
    fix: () => activeRow.current?.fixFirst(),
    code: () => activeRow.current?.putCode(),
    term: () => activeRow.current?.addTerm(),
    take: () => activeRow.current?.takeSuggestion(),
    search: () => search.current?.focus(),
    help: onHelp,
  })
  useBrowserFind(search)
}
