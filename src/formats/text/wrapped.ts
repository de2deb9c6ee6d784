import { enumerationOf } from '../../segmentation/enumeration.ts'
import { beginsAnew } from '../../segmentation/line-ends.ts'

/** The paragraphs of a text, and how many line ends inside them were joined. */
export interface Unwrapped {
  readonly paragraphs: readonly string[]
  /** For each paragraph, its first line and its last. */
  readonly lines: readonly (readonly [first: number, last: number])[]
  readonly joined: number
}

/** A line as it is judged: `width` in columns, in which a Chinese character takes two. */
interface Line {
  readonly text: string
  readonly width: number
  /** Whether it begins with the white space that begins a paragraph. */
  readonly indented: boolean
}

/** Lines wider than this (columns) are paragraphs that no programme has wrapped; narrower than the other they are verse. */
const widest = 120
const narrowest = 30
/** Full lines by which a text is known to be wrapped, and their least share among the lines that end within a sentence. */
const leastFull = 3
const leastShare = 0.8

/** By how much marks may hang over the edge (columns), and the most lines that may be longer still. */
const hanging = 4
const mostOverlong = 0.02

const wide =
  /[\u1100-\u115f\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/
/** Wide beside Chinese, narrow in English. */
const sharedMark = /[“”‘’…—]/
const stopped = /[。｡！!？?；;：:….][”’"'」』）)\]】》]*$/
const fullStop = /[。｡！!？?.][”’"'」』）)\]】》]*$/
const goesOn = /[，、]$/
const hangingMark = /[，。、；：！？]$/u
const inProse = /[，。；：、,.;:]/
const indent = /^(?:\u3000{2}|[ \u00a0]{2,4}|\t)(?![\s\u3000])/
/** What no programme parts: a Chinese character and the marks behind it, or a word. */
const firstToken = /^[“‘（《(]*(?:[\w.,%$€£'’/-]+|[\s\S])[，。、；：！？”’）》]*/u

/**
 * Joins the lines of a text that a programme or a hand has wrapped at a fixed width. A text is known as such by lines that
 * are full (the next word would not have fitted) where they end within a sentence. In any text a line that ends in ，
 * or 、 goes on in the next. A line that begins an item, a speaker or a paragraph is joined to none.
 */
export function unwrap(source: readonly string[]): Unwrapped {
  const lines = source.map(lineOf)
  const columns = columnsOf(lines)
  const wrapping = columns === null ? null : { columns, blanksPart: blanksPart(lines, columns) }
  const paragraphs: string[] = []
  const ranges: (readonly [number, number])[] = []
  let joined = 0
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (line.text === '') continue
    const paragraph = before === undefined || !follows(before, line) ? undefined : paragraphs.pop()
    if (paragraph === undefined || before === undefined) {
      paragraphs.push(line.text)
      ranges.push([at, at])
    } else if (
      (goesOn.test(before.text) && enumerationOf(line.text) === null) ||
      (wrapping !== null && isWithin(paragraph, before, line, wrapping))
    ) {
      paragraphs.push(joinedText(paragraph, line.text.trimStart()))
      ranges.push([ranges.pop()?.[0] ?? at, at])
      joined++
    } else {
      paragraphs.push(paragraph, line.text)
      ranges.push([at, at])
    }
  }
  return { paragraphs, lines: ranges, joined }
}

function lineOf(source: string): Line {
  const blank = source.trim() === ''
  const text = blank ? '' : source
  return { text, width: widthOf(text.trimEnd()), indented: indent.test(text) }
}

function widthOf(text: string): number {
  const marks = /\p{Script=Han}/u.test(text)
  let width = 0
  for (const character of text)
    width += wide.test(character) || (marks && sharedMark.test(character)) || character > '\uffff' ? 2 : 1
  return width
}

/** Whether a line can go on with the line directly before it. */
function follows(before: Line, line: Line): boolean {
  return before.text !== '' && !/^[\s\u3000]/.test(line.text) && !beginsAnew(before.text, line.text)
}

/** How a text is wrapped. `blanksPart`: a blank line parts one paragraph from the next. */
interface Wrapping {
  readonly columns: number
  readonly blanksPart: boolean
}

/**
 * Whether a line is of the paragraph before it. After a full stop at the edge only what parts paragraphs tells: an indent,
 * or a blank line.
 */
function isWithin(paragraph: string, before: Line, line: Line, { columns, blanksPart }: Wrapping): boolean {
  if (!isFull(before, line, columns)) return false
  return blanksPart || indent.test(paragraph) || !fullStop.test(before.text.trimEnd())
}

function blanksPart(lines: readonly Line[], columns: number): boolean {
  let blank = 0
  let short = 0
  for (const [at, next] of lines.entries()) {
    const line = lines[at - 1]
    if (line === undefined || line.text === '') continue
    if (next.text === '') blank++
    else if (!isFull(line, next, columns)) short++
  }
  return blank > 0 && blank >= (blank + short) * leastShare
}

/** The width at which the lines are wrapped; null if they are not. */
function columnsOf(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>()
  for (const { width } of lines) counts.set(width, (counts.get(width) ?? 0) + 1)
  // A line of characters of two columns ends at the last column or the one before it.
  const most = [...counts.keys()].toSorted((a, b) => b - a)
  const commonest = most.toSorted((a, b) => linesAt(counts, b) - linesAt(counts, a))[0] ?? 0
  // Where few lines are wrapped, those whose last mark hangs over the edge are the widest and may be the commonest.
  const bare = lines.reduce((most, { text }) => Math.max(most, widthOf(text.trimEnd().replace(hangingMark, ''))), 0)
  const fitting = [commonest, most[0] ?? 0, bare].flatMap((columns) => {
    const full = columns >= narrowest && columns <= widest ? fullLines(lines, columns) : null
    return full === null ? [] : [{ columns, full }]
  })
  return fitting.toSorted((a, b) => b.full - a.full)[0]?.columns ?? null
}

function linesAt(counts: ReadonlyMap<number, number>, columns: number): number {
  return (counts.get(columns) ?? 0) + (counts.get(columns - 1) ?? 0)
}

/** Whether the word that begins the next line would not have fitted. */
function isFull(line: Line, next: Line, columns: number): boolean {
  const token = firstToken.exec(next.text)?.[0] ?? ''
  return line.width + widthOf(joinedText(line.text, token)) - widthOf(line.text.trimEnd()) > columns
}

/** How many lines are full where the text is wrapped at this width; null if it is not. */
function fullLines(lines: readonly Line[], columns: number): number | null {
  const overlong = lines.filter(({ width }) => width > columns + hanging).length
  if (overlong > lines.length * mostOverlong) return null
  let full = 0
  let sure = 0
  let open = 0
  for (const [at, next] of lines.entries()) {
    const line = lines[at - 1]
    if (line === undefined || !follows(line, next) || stopped.test(line.text.trimEnd()) || line.width <= columns / 2)
      continue
    open++
    if (!isFull(line, next, columns)) continue
    full++
    // The first line of a paragraph has an indent, and the line after it has none.
    const after = lines[at + 1]
    const goesOnOrStops = /[。！？]/.test(next.text) || (after !== undefined && isFull(next, after, columns))
    if (line.indented && inProse.test(line.text) && goesOnOrStops) sure += leastFull
  }
  return full + sure >= leastFull && full + sure >= open * leastShare ? full : null
}

/** Nothing was between the lines but between two words of a language with spaces. */
function joinedText(before: string, after: string): string {
  const line = before.trimEnd()
  return /[\p{Script=Latin}\d.,;:!?%)’'"]$/u.test(line) && /^[\p{Script=Latin}(“‘'"$]/u.test(after)
    ? `${line} ${after}`
    : `${line}${after}`
}
