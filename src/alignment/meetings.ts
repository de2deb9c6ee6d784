import type { Band } from './band.ts'
import type { Dictionary } from './dictionary.ts'
import type { Items } from './items.ts'
import { longestLink } from './shapes.ts'

/** Of one Chinese segment and the English segments from `from` on: which symbols of each meet the other, as bits. */
export interface Meetings {
  readonly zh: Int32Array
  readonly en: Int32Array
  readonly from: number
}

/** Makes a function that compares a Chinese segment with every English segment within the band. */
export function createMeetings(
  { toEnglish, toChinese }: Dictionary,
  zh: Items,
  en: Items,
  band: Band,
): (row: number) => Meetings {
  // Which items of the Chinese segment at hand an English symbol meets.
  const marks = new Int32Array(toChinese.length)
  return (row) => {
    const from = band.from[row] ?? 0
    // A link that ends further on may still take this segment.
    const width = Math.max(0, (band.to[Math.min(row + longestLink, band.to.length - 1)] ?? 0) - from)
    const meetings: Meetings = { zh: new Int32Array(width), en: new Int32Array(width), from }
    const items = zh.symbols[row] ?? []
    for (const [bit, symbol] of items.entries())
      for (const partner of toEnglish[symbol] ?? []) marks[partner] = (marks[partner] ?? 0) | (1 << bit)
    for (let at = 0; at < width; at++) {
      const symbols = en.symbols[from + at] ?? []
      let zhBits = 0
      let enBits = 0
      for (let bit = 0; bit < symbols.length; bit++) {
        const mark = marks[symbols[bit] ?? 0] ?? 0
        if (mark === 0) continue
        zhBits |= mark
        enBits |= 1 << bit
      }
      meetings.zh[at] = zhBits
      meetings.en[at] = enBits
    }
    for (const symbol of items) for (const partner of toEnglish[symbol] ?? []) marks[partner] = 0
    return meetings
  }
}
