import { expectDefined } from '../../model/expect.ts'
import { aligned, type Folded, type Shift, shifted } from './folded.ts'
import { comparing, dropped, type Folding, lookalikes, looked, reading, unchanged } from './foldings.ts'

/**
 * A text as it looks: without invisible characters, and with ideographs in the place of radicals and compatibility
 * ideographs that look like them.
 */
export function foldLookalikes(text: string): Folded {
  return foldBy(lookalikes, text)
}

/**
 * A text as it is read: as it looks (`foldLookalikes`), with plain spaces and hyphens, ASCII for its full-width forms,
 * marks of Chinese for their half-width, small and vertical forms, and 〇 for a circle among numerals (二○二五).
 */
export function foldText(text: string): Folded {
  return withZeros(foldBy(reading, text))
}

/**
 * A text as it is compared: as it is read (`foldText`), in small letters and with one kind of quotation mark, dash and
 * middle dot.
 */
export function foldComparable(text: string): Folded {
  return withZeros(foldBy(comparing, text))
}

/** `foldComparable` where places do not matter. */
export function comparable(text: string): string {
  return foldComparable(text).text
}

function foldBy(folding: Folding, text: string): Folded {
  const { units, points } = folding
  const shifts: Shift[] = []
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = expectDefined(units[text.charCodeAt(at)], 'the folding of a unit')
    if (unit === unchanged) continue
    const point = unit === looked ? expectDefined(text.codePointAt(at), 'a character') : 0
    const plain = unit === looked ? points.get(point) : unit === dropped ? '' : String.fromCharCode(unit)
    const to = at + (point > 0xffff ? 2 : 1)
    if (plain !== undefined) {
      folded += text.slice(from, at)
      addShift(shifts, folded.length, plain.length, at, to)
      folded += plain
      from = to
    }
    at = to - 1
  }
  if (from === 0) return aligned(text)
  folded += text.slice(from)
  return shifts.length === 0 ? aligned(folded) : shifted(folded, shifts)
}

/** Notes that `length` units at the folded place `at` stand for the text from `from` to `to`. */
function addShift(shifts: Shift[], at: number, length: number, from: number, to: number): void {
  if (length === to - from) return
  const last = shifts.at(-1)
  if (length === 0 && last?.at === at) shifts[shifts.length - 1] = { at, end: last.end, from: to }
  else if (length === 0) shifts.push({ at, end: from, from: to })
  else for (let unit = 1; unit <= length; unit += 1) shifts.push({ at: at + unit, end: to, from: to })
}

const zeros = /(?<=[〇零一二三四五六七八九])○+|○(?=[一二三四五六七八九][年〇零○一二三四五六七八九])/g

/** A circle (U+25CB) is a bullet, a blank to fill in, or, among numerals, the zero of years. */
function withZeros(folded: Folded): Folded {
  const { text } = folded
  if (!text.includes('○')) return folded
  return { ...folded, text: text.replace(zeros, (circles) => '〇'.repeat(circles.length)) }
}
