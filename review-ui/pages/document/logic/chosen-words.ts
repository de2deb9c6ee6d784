import type { Inline } from '../../../../src/model/inline.ts'
import { plain } from '../../../../src/model/inline.ts'
import { type Markers, typedOf } from '../../../text/editable.ts'

/** Words of a sentence that somebody has chosen: offsets in its plain text, without its codes. */
export interface Words {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What is chosen in each language of a sentence. */
export interface ChosenWords {
  readonly source: Words | null
  readonly target: Words | null
}

export type Side = keyof ChosenWords

/** Words chosen in one of the two. */
export interface ChosenSide {
  readonly side: Side
  readonly words: Words
}

export const nothingChosen: ChosenWords = { source: null, target: null }

/** A stretch of a text without the white space at its ends; null if nothing else is in it. */
export function wordsIn(text: string, from: number, to: number): Words | null {
  const stretch = text.slice(from, to)
  const words = stretch.trim()
  if (words === '') return null
  const start = from + stretch.indexOf(words)
  return { from: start, to: start + words.length, text: words }
}

/** Words chosen in the editor, where codes are written among them: where they stand in the plain text. */
export function wordsTyped(text: string, markers: Markers, from: number, to: number): Words | null {
  const offset = (at: number) => typedOf(text.slice(0, at), markers).text.length
  return wordsIn(typedOf(text, markers).text, offset(from), offset(to))
}

/** What is still chosen in a sentence that may be another by now: words that stand where they stood. */
export function stillChosen(chosen: ChosenWords, source: Inline, target: string): ChosenWords {
  const stands = (words: Words | null, text: string) =>
    words !== null && text.slice(words.from, words.to) === words.text
  return {
    source: stands(chosen.source, plain(source)) ? chosen.source : null,
    target: stands(chosen.target, target) ? chosen.target : null,
  }
}
