/** A place in a text as a reader counts: both from 1, the column in characters. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The places of offsets in a text (UTF-16 code units). A line ends with CR LF, CR or LF, as XML 1.0 counts (§2.11). */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  return (offset) => {
    let line = 0
    let behind = starts.length
    while (behind - line > 1) {
      const middle = (line + behind) >> 1
      if ((starts[middle] ?? 0) <= offset) line = middle
      else behind = middle
    }
    return { line: line + 1, column: [...text.slice(starts[line], offset)].length + 1 }
  }
}

/** The places of offsets that ascend, counted in one pass over the text, however long its lines are. */
export function placesOf(text: string, offsets: readonly number[]): readonly Place[] {
  let line = 1
  let column = 1
  let at = 0
  return offsets.map((offset) => {
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) {
        line++
        column = 1
      } else if (unit !== 0x0d && (unit & 0xfc00) !== 0xdc00) column++
    }
    return { line, column }
  })
}
