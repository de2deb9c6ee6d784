import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { announce } from '../../../shell/announce.tsx'
import { placeOfRow, type Row } from '../logic/row.ts'

/** The ways from the search to what it found. */
export interface FindSteps {
  /** The place of the active row among the hits, from 1; 0 if it is none. */
  readonly at: number
  /** Shows the next or the last hit and leaves the focus in the search. */
  readonly show: (by: 1 | -1) => void
  /** Lands in the English of a hit: the one that shows, or the next where that was landed in before. */
  readonly land: (by: 1 | -1) => void
  /** Back to the English, wherever that is. */
  readonly leave: () => void
}

export function useFindSteps({
  query,
  hits,
  active,
  go,
  activate,
  focus,
}: {
  query: string
  hits: readonly Row[]
  active: Row | undefined
  /** Makes a row the active one, and gives the focus to nothing. */
  go: (segment: string) => void
  activate: (segment: string, caret: number | null) => void
  /** Gives the focus to the English of the active row. */
  focus: () => void
}): FindSteps {
  const { t } = useTranslation()
  /** The search and the row that one landed in last. */
  const landed = useRef('')
  const at = active === undefined ? -1 : placeOfRow(hits, active)
  // Over the end it goes on from the beginning.
  const from = (by: 1 | -1) => hits[at < 0 ? (by === 1 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length]
  return {
    at: at + 1,
    show(by) {
      const hit = from(by)
      if (hit === undefined) return
      go(hit.id)
      announce(t('document.segment', { number: hit.number }))
    },
    land(by) {
      const here = hits[at]
      const hit = here !== undefined && landed.current !== `${query} ${here.id}` ? here : from(by)
      if (hit === undefined) return
      landed.current = `${query} ${hit.id}`
      if (hit.id === active?.id) focus()
      else activate(hit.id, placeOf(query, hit))
    },
    leave: focus,
  }
}

/** Where in the English of a hit the words stand that were searched for; null if they stand in its Chinese alone. */
function placeOf(query: string, { segment }: Row): number | null {
  const at = plain(segment.target).toLowerCase().indexOf(query.trim().toLowerCase())
  return at < 0 ? null : at
}
