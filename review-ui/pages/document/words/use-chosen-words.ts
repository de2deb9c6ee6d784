import { type RefObject, useEffect, useMemo, useState } from 'react'
import { type ChosenWords, nothingChosen, stillChosen, type Words, wordsIn, wordsTyped } from '../logic/chosen-words.ts'
import type { Row } from '../logic/row.ts'
import type { RowState } from '../row/use-row-state.ts'
import { shownText } from './shown-text.ts'

/** How long a choice has to stand before it is taken up, in milliseconds: a pointer or a held key still moves it. */
const pause = 150

/**
 * The words that are chosen in the row one works on, by pointer or by keys: in the Chinese, and in the English whether it
 * is written or read. Words chosen in one language stay while others are chosen in the other.
 */
export function useChosenWords(
  section: RefObject<HTMLElement | null>,
  { segment }: Row,
  { text, markers, now }: Pick<RowState, 'text' | 'markers' | 'now'>,
): { readonly chosen: ChosenWords; readonly choose: (chosen: ChosenWords) => void } {
  const [chosen, choose] = useState(nothingChosen)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pressed = false
    const read = () => {
      const row = section.current
      if (row === null || pressed) return
      const found = wordsChosenIn(row, (from, to) => wordsTyped(text, markers, from, to))
      if (found !== null) choose((before) => ({ ...before, ...found }))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, pause)
    }
    const down = () => {
      pressed = true
    }
    const up = () => {
      pressed = false
      later()
    }
    document.addEventListener('selectionchange', later)
    document.addEventListener('select', later)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
      document.removeEventListener('select', later)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
    }
  }, [section, text, markers])
  const standing = useMemo(() => stillChosen(chosen, segment.source, now.text), [chosen, segment.source, now.text])
  return { chosen: standing, choose }
}

/** What the selection says of either language of a row; null if it stands elsewhere, so that it says nothing. */
function wordsChosenIn(
  row: HTMLElement,
  typed: (from: number, to: number) => Words | null,
): Partial<ChosenWords> | null {
  const field = document.activeElement
  if (field instanceof HTMLTextAreaElement && row.contains(field)) {
    return field.closest('.editor') === null ? null : { target: typed(field.selectionStart, field.selectionEnd) }
  }
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  for (const [side, name] of [
    ['source', '.source'],
    ['target', '.reading .target'],
  ] as const) {
    const place = row.querySelector(name)
    if (place?.contains(range.commonAncestorContainer)) return { [side]: wordsOfRange(place, range) }
  }
  return null
}

/** The words of a range of the page in the text that stands in `place`. */
function wordsOfRange(place: Element, range: Range): Words | null {
  let text = ''
  let from = -1
  let to = 0
  for (const piece of shownText(place)) {
    if (range.intersectsNode(piece.node)) {
      const start = piece.node === range.startContainer ? range.startOffset : 0
      const end = piece.node === range.endContainer ? range.endOffset : piece.text.length
      if (end > start) {
        if (from < 0) from = piece.from + start
        to = piece.from + end
      }
    }
    text += piece.text
  }
  return from < 0 ? null : wordsIn(text, from, to)
}
