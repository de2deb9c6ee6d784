import type { Refusal } from '../../../model/refusal.ts'
import { decodeXmlPieces } from '../../xml/decode.ts'
import { growingIndex, indexSink, moveIndex, nameOf, startOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributesOf } from '../../xml/scan/nodes.ts'
import { moveWindow, type ScanSink, startScan } from '../../xml/scan/scan.ts'
import { scanWindow } from '../../xml/scan/window.ts'
import { utf8Length } from '../../xml/splice.ts'
import { type Flavour, flavourOf } from './flavour.ts'
import { type Languages, languagesAt, noLanguages } from './languages.ts'
import { numbering, type Surroundings, translates, unitAt, type XliffUnit } from './units.ts'
import { placeOf, unknownFormat } from './view.ts'

/** What is known of a file when its units have gone by. */
export interface StreamedXliff extends Languages {
  readonly type: 'streamed-xliff'
  readonly flavour: Flavour
}

/**
 * Reads a file unit by unit, with no more of it in memory than its bytes, a window of a megabyte and the unit at hand.
 * Hands over the same units as `unitsOf`; the numbers of elements hold only while `take` runs. Refuses what `viewXliff`
 * refuses, perhaps after some units, and what `take` refuses.
 */
export function streamUnits(
  bytes: Uint8Array,
  take: (unit: XliffUnit, index: XmlIndex, place: StreamPlace) => Refusal | null,
): StreamedXliff | Refusal {
  let decodedBytes = 0
  // From the end of the window: what came before is not held any more.
  const byteAt = (offset: number) =>
    decodedBytes - unfinished(bytes, decodedBytes) - utf8Length(scan.text, offset, scan.limit)
  const reading = startReading((unit, index, flavour) => take(unit, index, { flavour, byteAt }))
  const { index, scan } = reading
  const next = (piece: string, final: boolean) => {
    const keep = reading.unit === null ? scan.at : startOf(index, reading.unit)
    moveWindow(scan, keep, piece, final)
    moveIndex(index, keep)
    index.text = scan.text
    return scanWindow(scan)
  }
  const piecewise = (piece: string, read: number) => {
    decodedBytes = read
    return next(piece, false)
  }
  const refusal = decodeXmlPieces(bytes, piecewise) ?? next('', true) ?? reading.refused
  if (refusal !== null) return refusal
  if (reading.flavour === null) return unknownFormat
  return { type: 'streamed-xliff', flavour: reading.flavour, ...reading.languages }
}

/** Where a unit is read: in what kind of file, and where in it. */
export interface StreamPlace {
  readonly flavour: Flavour
  /** The place in the file of an offset of the window, in bytes; of a file in UTF-8. */
  readonly byteAt: (offset: number) => number
}

/** The bytes before an end that begin a character of UTF-8 which ends behind it. */
function unfinished(bytes: Uint8Array, end: number): number {
  for (let length = 1; length <= 3; length++) {
    const byte = bytes[end - length] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return needed > length ? length : 0
  }
  return 0
}

/** How far a file is read. */
interface Reading {
  readonly index: ReturnType<typeof growingIndex>
  readonly scan: ReturnType<typeof startScan>
  flavour: Flavour | null
  languages: Languages
  /** The unit that is open. */
  unit: number | null
  /** The element that is open and neither a unit nor holds any. */
  other: number | null
  readonly around: Surroundings[]
  files: number
  /** What the taker of a unit refused. */
  refused: Refusal | null
}

function startReading(take: (unit: XliffUnit, index: XmlIndex, flavour: Flavour) => Refusal | null): Reading {
  const index = growingIndex()
  const noting = indexSink(index)
  const number = numbering()
  const sink: ScanSink = {
    open(name, scope, start, tagEnd) {
      const node = index.count
      noting.open(name, scope, start, tagEnd)
      return reading.refused ?? (reading.unit === null && reading.other === null ? enter(reading, node) : null)
    },
    close(contentEnd, end) {
      const node = index.open.at(-1) ?? 0
      noting.close(contentEnd, end)
      if (node === reading.unit && reading.flavour !== null) {
        const around = reading.around.at(-1) ?? outermost
        reading.refused ??= take(unitAt(index, node, reading.flavour, around, number), index, reading.flavour)
        reading.unit = null
      } else if (node === reading.other) reading.other = null
      else if (reading.unit === null && reading.other === null) reading.around.pop()
      // What has been read is forgotten, the elements around the next unit excepted.
      if (reading.unit === null && reading.other === null) index.count = Math.max(1, node)
    },
  }
  const scan = startScan('outside', sink)
  index.names = scan.names
  const reading: Reading = {
    index,
    scan,
    flavour: null,
    languages: noLanguages,
    unit: null,
    other: null,
    around: [],
    files: 0,
    refused: null,
  }
  return reading
}

const outermost: Surroundings = { file: 0, translate: true }

/** Enters an element that is inside nothing but elements that hold units. */
function enter(reading: Reading, node: number): Refusal | null {
  const { index, flavour, around } = reading
  if (flavour === null) {
    reading.flavour = flavourOf(nameOf(index, node), attributesOf(index, node))
    if (reading.flavour === null) return unknownFormat
    reading.languages = languagesAt(index, node, reading.languages)
    around.push(outermost)
    return null
  }
  const inRoot = around.length === 1
  const place = placeOf(index, node, flavour, inRoot)
  if (place === 'unit') reading.unit = node
  else if (place === null) reading.other = node
  else {
    if (inRoot) {
      reading.files++
      reading.languages = languagesAt(index, node, reading.languages)
    }
    around.push({ file: reading.files, translate: translates(index, node, around.at(-1)?.translate ?? true) })
  }
  return null
}
