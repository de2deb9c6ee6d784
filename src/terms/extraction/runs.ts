import { countedWord, measuresOfDigits } from '../../language/chinese/measures.ts'
import { familyLength } from '../../language/chinese/surnames.ts'

/** What bounds a run: the edge of a line, a mark of a sentence, 、, a quotation mark, a bracket, a space or a quantity. */
export type Border = 'line' | 'stop' | 'list' | 'quote' | 'bracket' | 'space' | 'quantity'

/** A stretch of a text without marks and quantities: candidates lie within runs. Offsets are UTF-16 units. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly before: Border
  readonly after: Border
  /** Whether the run is in a line without a full stop: a heading. */
  readonly heading: boolean
}

/** The text between two marks of one pair, without the marks; `title` for 《 》. */
export interface Quote {
  readonly from: number
  readonly to: number
  readonly type: 'quote' | 'title'
}

export interface Layout {
  readonly runs: readonly Run[]
  readonly quotes: readonly Quote[]
  /** Names of people who speak in this text, from the labels of its lines. */
  readonly speakers: readonly string[]
}

const label = /^[ \t]*([^:,。!?;“”"《》()\n]{1,24}):/u
const reporterLabel = /(?:记者|主持人|主持)$/
const askingLabel = /^(?:问|答|记者问|记者|提问|主持人)$/
const opening = '“‘「『《〈(【['
const closing = '”’」』》〉)】]'
const listMark = '、'
const blank = /\s/

/** The parts of a text, folded by `foldText`, that can hold candidates: no labels of speakers, marks, dates or quantities. Linear in the text. */
export function layoutOf(text: string): Layout {
  const runs: Run[] = []
  const quotes: Quote[] = []
  const speakers: string[] = []
  let from = 0
  while (from <= text.length) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    layLine(text, from, to, runs, quotes, speakers)
    from = to + 1
  }
  return { runs, quotes, speakers }
}

function layLine(text: string, from: number, to: number, runs: Run[], quotes: Quote[], speakers: string[]): void {
  let start = from
  const speaker = label.exec(text.slice(from, Math.min(to, from + 40)))
  if (speaker !== null) {
    const words = (speaker[1] ?? '').trim()
    const isName = words.length <= 4 && familyLength(words) > 0 && from + speaker[0].length < to
    if (isName || askingLabel.test(words) || reporterLabel.test(words)) {
      start = from + speaker[0].length
      if (isName) speakers.push(words)
      const medium = words.replace(reporterLabel, '')
      const at = text.indexOf(medium, from)
      if (reporterLabel.test(words) && medium.length > 1)
        for (const [offset, part] of partsOf(medium))
          runs.push({
            from: at + offset,
            to: at + offset + part.length,
            before: 'line',
            after: 'quote',
            heading: false,
          })
    }
  }
  const heading = to - start <= 60 && !/[。!?;:]/.test(text.slice(start, Math.min(to, start + 60)))
  quotesOf(text, start, to, quotes)

  let before: Border = 'line'
  let open = start
  const close = (at: number, after: Border): void => {
    if (at > open) runs.push({ from: open, to: at, before, after, heading })
  }
  for (let at = start; at < to; ) {
    const border = borderAt(text, at, open)
    if (border === null) {
      at++
      continue
    }
    close(at, border.type)
    // After a mark and a quantity, the quantity is the border; after a mark and a blank, the mark is.
    before = border.type === 'space' && at === open ? before : border.type
    at += border.length
    open = at
  }
  close(to, 'line')
}

function partsOf(medium: string): readonly (readonly [number, string])[] {
  return [...medium.matchAll(/[^·•・\s]+/g)].map((match) => [match.index, match[0]] as const)
}

function borderAt(text: string, at: number, open: number): { type: Border; length: number } | null {
  const unit = text.charAt(at)
  if (unit === listMark) return { type: 'list', length: 1 }
  if (opening.includes(unit) || closing.includes(unit) || unit === '"' || unit === "'")
    return { type: '“”‘’「」『』《》"\''.includes(unit) ? 'quote' : 'bracket', length: 1 }
  if (blank.test(unit)) return { type: 'space', length: 1 }
  // Inside a number that is part of a name (潮汐4.0).
  if (at > open + 1 && isPoint(text, unit === '.' ? at : at - 1)) return null
  if (isDigit(unit) && (at === open || !isDigit(text[at - 1]))) return digitsAt(text, at, open)
  const words = wordQuantityAt(text, at)
  if (words > 0) return { type: 'quantity', length: words }
  return isPart(unit) ? null : { type: 'stop', length: 1 }
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9'
}

function isPoint(text: string, at: number): boolean {
  return text[at] === '.' && isDigit(text[at - 1]) && isDigit(text[at + 1])
}

function isLatin(unit: string | undefined): boolean {
  return unit !== undefined && /[A-Za-z]/.test(unit)
}

const part = /[\p{Script=Han}\p{L}\p{N}〇·•・+-]/u

/** Whether a unit can be part of a term, halves of astral characters included. */
function isPart(unit: string): boolean {
  return part.test(unit) || (unit >= '\ud800' && unit <= '\udfff')
}

const number = /\d+(?:[.,]\d+)*/y
/** A decimal that is not a version (工业4.0), or the beginning of a range: never part of a name. */
const inexact = /\d+(?:[.](?!0(?!\d))\d|[.,\d]*[%‰]?[-~—–至]\d)/y
/** Units written in Latin letters after a number. */
const unit = /(?:[kcmμn]?m[23²³]?|k?[gW]|[MG]W|kWh|hm2|dB)(?:\/[a-z]+)?(?![A-Za-z\d])/y
/** The rest of a range. */
const upTo = /[-~—–至](?=\d)/y
const scale = /[十百千万亿兆]*[余多来几]?/y
/** 15分钟生活圈: a time that qualifies a name. */
const lasting = /(?:分钟|小时)(?=\p{Script=Han})/uy

/** Digits with the thing they count are a quantity; otherwise they belong to the name beside them (尼龙66, 5G), if any. */
function digitsAt(text: string, at: number, open: number): { type: Border; length: number } | null {
  const digits = matchAt(number, text, at)
  const scaled = digits + matchAt(scale, text, at + digits)
  const after = at + scaled
  const written = matchAt(unit, text, after)
  if (written > 0) return { type: 'quantity', length: scaled + written }
  const range = matchAt(upTo, text, after)
  if (range > 0) return { type: 'quantity', length: scaled + range }
  if (scaled === digits && matchAt(lasting, text, after) > 0) return null
  for (let length = 4; length > 0; length--)
    if (measuresOfDigits.has(text.slice(after, after + length)) || (length === 1 && scaled > digits))
      return {
        type: 'quantity',
        length: scaled + (measuresOfDigits.has(text.slice(after, after + length)) ? length : 0),
      }
  const inName = (at > open && part.test(text[at - 1] ?? '') && text[at - 1] !== '第') || isLatin(text[after])
  if (matchAt(inexact, text, at) > 0) return { type: 'quantity', length: digits }
  const joined = text[after] === '+' || text[at - 1] === '+'
  return inName || joined ? null : { type: 'quantity', length: digits }
}

/** A number in characters before a word that only counts: 三家, 一批, 两千多亩. 三区 and 一链 may be names. */
const words = new RegExp(
  `(?:第?[一二两三四五六七八九十百千万几数半]{1,8}[余多来]?|[数上]?[十百千万亿]{1,3}[余多]?)(?:${countedWord}|余)(?!一体|制)`,
  'y',
)

function wordQuantityAt(text: string, at: number): number {
  const unit = text.charAt(at)
  return '第一二两三四五六七八九十百千万亿几数半上'.includes(unit) ? matchAt(words, text, at) : 0
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

const longestQuote = 40

/** The texts within one pair of marks on one line that are short enough to be names; outer and inner pairs. */
function quotesOf(text: string, from: number, to: number, quotes: Quote[]): void {
  const stack: { readonly mark: string; readonly at: number }[] = []
  for (let at = from; at < to; at++) {
    const mark = text.charAt(at)
    const place = '”’」』》〉'.indexOf(mark)
    const straight = mark === '"' && stack.at(-1)?.mark === '"'
    if (place >= 0 || straight) {
      const opener = straight ? '"' : '“‘「『《〈'.charAt(place)
      const top = stack.at(-1)
      if (top?.mark !== opener) continue
      stack.pop()
      if (at > top.at + 1 && at - top.at - 1 <= longestQuote)
        quotes.push({ from: top.at + 1, to: at, type: opener === '《' || opener === '〈' ? 'title' : 'quote' })
    } else if ('“‘「『《〈"'.includes(mark)) stack.push({ mark, at })
  }
}
