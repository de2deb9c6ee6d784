import { foldLookalikes } from '../language/text/fold.ts'
import type { Folded } from '../language/text/folded.ts'
import { continuesAfterEllipsis, continuesAfterQuote } from './continuation.ts'
import { endsAtFullStop } from './full-stop.ts'
import { isClosingMark, type Pair, pairsOf } from './pairs.ts'

/** A stretch of text: a sentence, or the white space and invisible characters between sentences. */
export interface Piece {
  readonly type: 'segment' | 'ignorable'
  readonly text: string
}

/** A quote longer than this (UTF-16 units) is speech of several sentences and is split inside; a shorter one is not. */
const longQuote = 120

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const address = /(?:https?:\/\/|ftp:\/\/|www\.)[!-~]+/g
const terminators = /(?:[。｡！!？?‼⁇⁈⁉…⋯]|[.．]{3,})+/y
const letter = /[\p{L}\p{N}]/u

/**
 * Splits a text into sentences. Total on any string; the pieces concatenated are the text. A segment neither begins
 * nor ends with white space. Sentences end at 。！？ and ellipses, full or half width, with the closing marks that
 * follow, and at every line end; never inside brackets or book-title marks that close on the line. A semicolon or
 * colon ends nothing. Invisible characters and look-alikes make no difference to where it is split.
 */
export function splitSentences(text: string): readonly Piece[] {
  const looks = foldLookalikes(text)
  const pieces = piecesOf(looks.text)
  return looks.text === text ? pieces : placed(pieces, looks, text)
}

/** Maps pieces of a text as it looks to the text as it is; invisible characters between two sentences belong to neither. */
function placed(pieces: readonly Piece[], looks: Folded, text: string): readonly Piece[] {
  const cut: Piece[] = []
  let at = 0
  let end = 0
  const add = (type: Piece['type'], to: number) => {
    if (to > end) cut.push({ type, text: text.slice(end, to) })
    end = to
  }
  for (const { type, text: piece } of pieces) {
    const { from, to } = looks.spanOf({ from: at, to: at + piece.length })
    at += piece.length
    if (type === 'ignorable') continue
    add('ignorable', from)
    add('segment', to)
  }
  add('ignorable', text.length)
  return cut
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let blank = ''
  const add = (stretch: string) => {
    const body = stretch.trim()
    if (body === '') {
      blank += stretch
      return
    }
    const start = stretch.length - stretch.trimStart().length
    blank += stretch.slice(0, start)
    if (blank !== '') pieces.push({ type: 'ignorable', text: blank })
    pieces.push({ type: 'segment', text: body })
    blank = stretch.slice(start + body.length)
  }
  let from = 0
  for (const match of text.matchAll(lineEnd)) {
    addLine(text.slice(from, match.index), add)
    blank += match[0]
    from = match.index + match[0].length
  }
  addLine(text.slice(from), add)
  if (blank !== '') pieces.push({ type: 'ignorable', text: blank })
  return pieces
}

function addLine(line: string, add: (stretch: string) => void): void {
  let from = 0
  for (const end of sentenceEnds(line)) {
    add(line.slice(from, end))
    from = end
  }
  add(line.slice(from))
}

/** Offsets within a line at which one sentence ends and another begins. */
function sentenceEnds(line: string): readonly number[] {
  const ends: number[] = []
  const pairs = pairsOf(line)
  const depth = protectedDepth(line, pairs)
  const addresses = addressEnds(line)
  const last = lastLetter(line)
  let start = skipBlank(line, 0)
  for (let at = 0; at < last; ) {
    const jump = addresses.get(at)
    if (jump !== undefined) {
      at = jump
      continue
    }
    const stop = stopAt(line, at, start, pairs)
    if (stop === null) {
      at++
      continue
    }
    at = stop.to
    // A rest without letters and figures belongs to the sentence before it.
    if (stop.ends && depth[at] === 0 && at <= last && !/[，,、；;：:]/.test(line[at] ?? '')) {
      ends.push(at)
      start = skipBlank(line, at)
    }
  }
  return ends
}

/** A possible end of a sentence: its marks and their closing marks, up to `to`. */
interface Stop {
  readonly to: number
  readonly ends: boolean
}

function stopAt(line: string, at: number, start: number, pairs: ReadonlyMap<number, Pair>): Stop | null {
  let from = at
  let to = runEnd(line, at, start)
  if (to === at) return null
  for (;;) {
    const closed = closers(line, to, start, pairs)
    const next = runEnd(line, closed.to, start)
    if (next === closed.to) {
      return { to: closed.to, ends: closed.ends && !goesOn(line, from, to, closed) }
    }
    from = closed.to
    to = next
  }
}

/** The end of the sentence-ending marks at `at`; `at` itself if there are none. */
function runEnd(line: string, at: number, start: number): number {
  terminators.lastIndex = at
  const run = terminators.exec(line)
  if (run !== null) return at + run[0].length
  return endsAtFullStop(line, at, start) ? at + 1 : at
}

interface Closers extends Stop {
  readonly quote: Pair | null
}

/**
 * The closing marks after a sentence's mark. Closing a bracket ends a sentence only where the bracket holds all of
 * it: （……。）; a title never does: 《……？》.
 */
function closers(line: string, at: number, start: number, pairs: ReadonlyMap<number, Pair>): Closers {
  let to = at
  let ends = true
  let quote: Pair | null = null
  for (; to < line.length && isClosingMark(line.charAt(to)); to++) {
    const pair = pairs.get(to)
    if (pair === undefined) {
      if (/["'＂]/.test(line.charAt(to))) break
    } else if (pair.kind === 'quote') quote = pair
    else ends = pair.kind === 'bracket' && pair.open === start
  }
  return { to, ends, quote }
}

function goesOn(line: string, from: number, to: number, closed: Closers): boolean {
  if (closed.quote !== null) return continuesAfterQuote(line, closed.to, closed.quote, line.charAt(to - 1))
  const ellipsis = to - from > 2 ? /^[…⋯.．]+$/.test(line.slice(from, to)) : /[…⋯]/.test(line.charAt(from))
  return ellipsis && closed.to === to && continuesAfterEllipsis(line, from, to)
}

/** For each offset, the number of brackets, titles and short quotes around it. */
function protectedDepth(line: string, pairs: ReadonlyMap<number, Pair>): Int32Array {
  const depth = new Int32Array(line.length + 2)
  for (const { open, close, kind } of pairs.values()) {
    if (kind === 'quote' && close - open > longQuote) continue
    depth[open + 1] = (depth[open + 1] ?? 0) + 1
    depth[close + 1] = (depth[close + 1] ?? 0) - 1
  }
  for (let at = 1; at < depth.length; at++) depth[at] = (depth[at] ?? 0) + (depth[at - 1] ?? 0)
  return depth
}

/** Where web addresses begin and end: ? and . inside one do not end a sentence. */
function addressEnds(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  for (const match of line.matchAll(address)) {
    const trailing = match[0].length - match[0].replace(/[.,;:!?'")\]]{1,9}$/, '').length
    ends.set(match.index, match.index + match[0].length - trailing)
  }
  return ends
}

function lastLetter(line: string): number {
  for (let at = line.length - 1; at >= 0; at--) {
    const low = line.charCodeAt(at)
    const paired = low >= 0xdc00 && low <= 0xdfff && at > 0
    if (letter.test(paired ? line.slice(at - 1, at + 1) : line.charAt(at))) return at
  }
  return -1
}

function skipBlank(line: string, at: number): number {
  let to = at
  while (to < line.length && line.charAt(to).trim() === '') to++
  return to
}
