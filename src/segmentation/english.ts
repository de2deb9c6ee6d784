import { isAbbreviation, mayEndSentence } from '../language/english/abbreviations.ts'
import { isFunctionWord } from '../language/english/function-words.ts'
import type { Piece } from './sentences.ts'

const lineEnd = /(\r\n|[\n\r\v\f\u0085\u2028\u2029])/
/** Marks that may end a sentence, with the marks that close a quotation or a bracket after them, and white space. */
const stops = /(?:[.!?]+|…)["'”’)\]]{0,4}(?=\s)/g
/** What a sentence begins with, its opening marks before it. */
const beginning = /^\s+["'“‘([]{0,4}(?:\p{Lu}|\p{N}|\p{Script=Han})/u
/** The word before a stop, with the stops inside it. */
const wordBefore = /(?:\p{L}+\.)*[\p{L}\p{N}’'-]+$/u
/** The number of an item, alone at the beginning of a line. */
const listNumber = /^\s*[([]?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[IVXLC]{1,6})[)\]]?$/
/** As far back from a stop as its word reaches, and as far on as a beginning does (UTF-16 units). */
const reach = 40

/**
 * Splits an English text into sentences. Total on any string; the pieces concatenated are the text, and a segment neither
 * begins nor ends with white space. A sentence ends at every line end, and at a full stop, question mark, exclamation
 * mark or ellipsis with the closing marks after it, where a capital, a figure or a Chinese character follows after white
 * space. It does not end inside round brackets, after an abbreviation that needs what follows (Mr. Lee, No. 5), after an
 * initial (J. Smith) or after the number of an item (1. Overview).
 */
export function splitEnglish(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [index, part] of text.split(lineEnd).entries()) {
    if (index % 2 === 1) addBlank(pieces, part)
    else addLine(pieces, part)
  }
  return pieces
}

function addLine(pieces: Piece[], line: string): void {
  let from = 0
  for (const end of [...sentenceEnds(line), line.length]) {
    const stretch = line.slice(from, end)
    const body = stretch.trim()
    const start = body === '' ? stretch.length : stretch.length - stretch.trimStart().length
    addBlank(pieces, stretch.slice(0, start))
    if (body !== '') pieces.push({ type: 'segment', text: body })
    addBlank(pieces, stretch.slice(start + body.length))
    from = end
  }
}

/** White space between two segments is one piece. */
function addBlank(pieces: Piece[], blank: string): void {
  if (blank === '') return
  const last = pieces.at(-1)
  if (last?.type === 'ignorable') pieces[pieces.length - 1] = { type: 'ignorable', text: last.text + blank }
  else pieces.push({ type: 'ignorable', text: blank })
}

function sentenceEnds(line: string): readonly number[] {
  const isInside = bracketed(line)
  const ends: number[] = []
  let start = 0
  for (const stop of line.matchAll(stops)) {
    const end = stop.index + stop[0].length
    if (isInside(end) || !beginning.test(line.slice(end, end + reach))) continue
    if (stop[0].startsWith('.') && !endsWithWord(line, start, stop.index, end)) continue
    ends.push(end)
    start = end
  }
  return ends
}

/** Whether the full stop at `at` ends the sentence that began at `start`, by the word before it. */
function endsWithWord(line: string, start: number, at: number, end: number): boolean {
  if (at - start < reach && listNumber.test(line.slice(start, at))) return false
  const word = wordBefore.exec(line.slice(Math.max(start, at - reach), at))?.[0] ?? ''
  const lower = word.toLowerCase()
  // An initial: J. Smith, but also Plan B. The next.
  if (/^\p{Lu}$/u.test(word)) return beginsClause(line.slice(end, end + reach))
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word) || isAbbreviation(lower))
    return (mayEndSentence(lower) || !isAbbreviation(lower)) && beginsClause(line.slice(end, end + reach))
  return true
}

/** Whether what follows opens a sentence rather than goes on with a name: The, In, We. */
function beginsClause(rest: string): boolean {
  const word = /^\s+["'“‘(]{0,3}(\p{L}+)(?!\.)/u.exec(rest)?.[1] ?? ''
  return isFunctionWord(word.toLowerCase())
}

/** Makes a test whether a place stands inside round brackets that close on the line. */
function bracketed(line: string): (at: number) => boolean {
  const open: number[] = []
  const spans: { readonly from: number; readonly to: number }[] = []
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '(') open.push(at)
    else if (line[at] === ')') {
      const from = open.pop()
      if (from !== undefined && open.length === 0) spans.push({ from, to: at })
    }
  }
  let next = 0
  return (at) => {
    while (next < spans.length && (spans[next]?.to ?? 0) < at) next++
    return (spans[next]?.from ?? line.length) < at && at <= (spans[next]?.to ?? -1)
  }
}
