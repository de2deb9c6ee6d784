import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermsView } from '../../../src/contract/views/terms.ts'
import { type FocusList, indexAfter } from '../../interaction/focus.ts'
import { type TermAct, TermRow } from './term-row.tsx'
import { rowsAtOnce, type TermSearch } from './use-term-search.ts'

/** The terms that were found. Tab stops at one of them, arrow keys go to the others. */
export function TermList({
  view,
  found,
  opened,
  stop,
  mayDecide,
  names,
  onStop,
  onOpen,
  onAct,
  onLeave,
}: {
  view: TermsView
  found: TermSearch
  /** The term whose row is open. */
  opened: string | undefined
  /** The term whose row Tab stops at. */
  stop: string
  mayDecide: boolean
  /** The buttons with the names of the terms. */
  names: FocusList<string>
  onStop: (term: string) => void
  onOpen: (term: string) => void
  onAct: (act: TermAct, term: string) => void
  /** An arrow key led over the first row. */
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const { shown, terms, query, showMore } = found
  const follow = (event: KeyboardEvent) => {
    const name = names.keyOf(event.target)
    const at = shown.findIndex(({ id }) => id === name)
    const to = indexAfter(event, at, shown.length)
    if (to === undefined) return
    event.preventDefault()
    const next = shown[to]
    if (to < 0) onLeave()
    else if (next && names.focus(next.id)) onStop(next.id)
  }
  return (
    <>
      {terms.length > 0 && (
        <ul className="terms" aria-label={t('glossary.list')} onKeyDown={follow}>
          {shown.map((term) => (
            <TermRow
              key={term.id}
              ref={names.ref(term.id)}
              term={term}
              change={view.changes[term.id]}
              query={query}
              open={term.id === opened}
              stop={term.id === stop}
              mayDecide={mayDecide}
              onOpen={onOpen}
              onAct={onAct}
            />
          ))}
        </ul>
      )}
      {shown.length < terms.length && (
        <button type="button" className="button" onClick={showMore}>
          {t('glossary.more', { count: Math.min(rowsAtOnce, terms.length - shown.length) })}
        </button>
      )}
    </>
  )
}
