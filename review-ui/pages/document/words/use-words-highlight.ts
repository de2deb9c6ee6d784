import { type RefObject, useEffect } from 'react'
import { placeOfWords } from '../../../../src/model/commented-words.ts'
import type { Span } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import type { ChosenWords, Side } from '../logic/chosen-words.ts'
import { shownText } from './shown-text.ts'

const places = { source: '.source', target: '.reading .target, .editor .behind' } as const

/** Marks the chosen words of the row, and those that open comments are on, without touching the text (CSS Custom Highlight). */
export function useWordsHighlight(
  section: RefObject<HTMLElement | null>,
  segment: SegmentState,
  target: string,
  chosen: ChosenWords,
): void {
  useEffect(() => {
    const row = section.current
    if (!('highlights' in CSS) || row === null) return
    const texts = { source: plain(segment.source), target }
    const commented = segment.comments.flatMap(({ on, resolved }) => {
      const span = on === undefined || resolved !== undefined ? null : placeOfWords(texts[on.side], on)
      return span === null || on === undefined ? [] : rangesOf(row, on.side, span)
    })
    const marked = (['source', 'target'] as const).flatMap((side) => {
      const words = chosen[side]
      return words === null ? [] : rangesOf(row, side, words)
    })
    CSS.highlights.set('commented', new Highlight(...commented))
    CSS.highlights.set('chosen', new Highlight(...marked))
    return () => {
      CSS.highlights.delete('commented')
      CSS.highlights.delete('chosen')
    }
  }, [section, segment, target, chosen])
}

function rangesOf(row: Element, side: Side, { from, to }: Span): readonly Range[] {
  const place = row.querySelector(places[side])
  if (place === null) return []
  return [...shownText(place)].flatMap((piece) => {
    const end = piece.from + piece.text.length
    if (end <= from || piece.from >= to) return []
    const range = new Range()
    range.setStart(piece.node, Math.max(0, from - piece.from))
    range.setEnd(piece.node, Math.min(piece.text.length, to - piece.from))
    return [range]
  })
}
