import { fileLimits } from '../../model/file-limits.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { attributeOf } from '../xml/element.ts'
import { walkXml, type XmlTag } from '../xml/parse.ts'
import { type Taker, unpack } from '../zip/unpack.ts'

const reference = /^([A-Z]{1,7})(\d{1,10})$/

/**
 * Checks a workbook against the limits before the library reads it, which allocates each sheet as a full rectangle:
 * refuses `table-too-wide` and `table-too-large` at the first row beyond the limit, `file-unpacks-large`, and
 * `file-undecodable`. Cells count by their places, so one cell in column XFD is a row of 16,384. A sheet can be anywhere
 * in the archive, so every XML file in it is measured.
 */
export function refusalOfWorkbook(bytes: Uint8Array): Promise<Refusal | null> {
  return unpack(bytes, measureSheet)
}

function measureSheet(name: string): Taker {
  const decoder = new TextDecoder()
  const { columns, cells } = fileLimits
  let [row, column, width] = [0, 0, 0]

  function open(tag: XmlTag): Refusal | null {
    if (tag.local === 'row') {
      row = placeOf(attributeOf(tag, 'r'), row)
      column = 0
    } else if (tag.local === 'c') {
      const [, letters, number] = reference.exec(attributeOf(tag, 'r') ?? '') ?? []
      column = letters === undefined ? column + 1 : columnOf(letters)
      if (number !== undefined) row = Number(number)
      width = Math.max(width, column)
      if (width > columns) return refuse('table-too-wide', { line: String(row), most: String(columns) })
    }
    return row * width > cells ? refuse('table-too-large', { line: String(row), most: String(cells) }) : null
  }

  const walk = walkXml('refused', { open, close() {}, text() {} })
  const isXml = name.toLowerCase().endsWith('.xml')
  let done = false
  /** A file that is not XML is not a sheet, but a file named as XML must be XML. */
  const judged = (refusal: Refusal | null): Refusal | null => {
    if (refusal === null || refusal.code.startsWith('table-')) return refusal
    done = true
    return isXml ? refuse('file-undecodable') : null
  }
  return {
    take: (bytes) => (done ? null : judged(walk.write(decoder.decode(bytes, { stream: true })))),
    end: () => (done ? null : judged(walk.close())),
  }
}

/** The number of a row; a row without one follows the last. */
function placeOf(stated: string | undefined, last: number): number {
  return stated !== undefined && /^\d{1,10}$/.test(stated) ? Number(stated) : last + 1
}

/** `A` is 1, `XFD` 16,384. */
function columnOf(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
