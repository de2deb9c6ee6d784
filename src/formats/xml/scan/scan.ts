import { fileLimits } from '../../../model/file-limits.ts'
import { type Refusal, refuse } from '../../../model/refusal.ts'
import { type Place, placesIn } from '../place.ts'
import { emptyNames, type Names, type Scope, type XmlName } from './names.ts'

/**
 * What a scan hands over, in the order of the file. Offsets count UTF-16 units of the window that is scanned; nothing is
 * decoded yet, and everything is well-formed.
 */
export interface ScanSink {
  /** A start tag, `<` at `start`, behind its `>` at `tagEnd`. A refusal ends the scan. */
  open(name: XmlName, scope: Scope, start: number, tagEnd: number): Refusal | null
  /** The end of the element opened last: its content ends at `contentEnd`, its end tag behind `end`. */
  close(contentEnd: number, end: number): void
  /** Text between tags, as written. Outside the root there is only white space, which is not handed over. */
  text?(from: number, to: number): void
  /** What stands between `<![CDATA[` and `]]>`. */
  cdata?(from: number, to: number): void
  comment?(from: number, to: number): void
  /** What stands between `<?` and `?>`, the declaration of XML excepted. */
  instruction?(from: number, to: number): void
}

/** How a document type declaration is met: refused, or skipped if it only names a file. */
export type DoctypePolicy = 'refused' | 'outside'

/** A scan under way. Its window is the part of the file that is in memory. */
export interface Scan {
  readonly doctype: DoctypePolicy
  readonly sink: ScanSink
  readonly names: Names
  /** The elements that are open, and the scope inside each. */
  readonly open: XmlName[]
  readonly scopes: Scope[]
  /** A window that is not the last ends with a sentinel, a character that no token can have. */
  text: string
  /** The length of the window without its sentinel. */
  limit: number
  /** Where the scan stands in the window: at the start of a token. */
  at: number
  /** Whether the window ends where the file ends. */
  final: boolean
  /** Whether the window begins where the file begins. */
  first: boolean
  rootSeen: boolean
  doctypeSeen: boolean
  /** The place of the start of the window. */
  place: Place
  /** Of each attribute of a tag the offsets of its name, its colon (0 for none), the end of its name, its value, the end of it. */
  readonly attributes: Int32Array
  attributeCount: number
}

/** Numbers that each attribute of a tag takes in `Scan.attributes`. */
export const attributeWidth = 5

export function startScan(doctype: DoctypePolicy, sink: ScanSink): Scan {
  const names = emptyNames()
  return {
    doctype,
    sink,
    names,
    open: [],
    scopes: names.scopes.slice(0, 1),
    text: '',
    limit: 0,
    at: 0,
    final: false,
    first: true,
    rootSeen: false,
    doctypeSeen: false,
    place: { line: 1, column: 1 },
    attributes: new Int32Array(attributeWidth * (fileLimits.xmlAttributes + 1)),
    attributeCount: 0,
  }
}

/** So that a token that is cut off ends without a look beyond the end of the string, which would cost all others. */
const sentinel = '\0'

/** Begins a scan whose only window is the whole file. */
export function setWhole(scan: Scan, text: string): void {
  scan.text = text
  scan.limit = text.length
  scan.final = true
}

/** Takes the end of a window off its front, up to where the scan stands or `keep` before it, and adds what comes next. */
export function moveWindow(scan: Scan, keep: number, next: string, final: boolean): void {
  scan.place = placeBehind(scan.place, scan.text.slice(0, keep))
  scan.text = scan.text.slice(keep, scan.limit) + next + (final ? '' : sentinel)
  scan.limit = scan.text.length - (final ? 0 : sentinel.length)
  scan.at -= keep
  scan.first &&= keep === 0
  scan.final = final
}

/** A place moved on by some text that does not end inside a line end. */
function placeBehind(place: Place, passed: string): Place {
  const { line, column } = passed.includes('\r') ? placesIn(passed)(passed.length) : placeAtEnd(passed)
  return line === 1 ? { line: place.line, column: place.column + column - 1 } : { line: place.line + line - 1, column }
}

/** The place behind a text whose lines end with LF. */
function placeAtEnd(passed: string): Place {
  let line = 1
  let from = 0
  for (let at = passed.indexOf('\n'); at >= 0; at = passed.indexOf('\n', from)) {
    line++
    from = at + 1
  }
  return { line, column: [...passed.slice(from)].length + 1 }
}

/** Ends a scan at an offset of its window. At the end of a window that is not the last, the token is not yet complete. */
export class Halt extends Error {
  readonly offset: number
  readonly refusal: Refusal | null
  readonly code: 'file-malformed' | 'file-unsafe' | 'element-crowded'
  constructor(offset: number, code: Halt['code'] = 'file-malformed', refusal: Refusal | null = null) {
    super(code)
    this.offset = offset
    this.code = code
    this.refusal = refusal
  }
}

/** The refusal that a halt stands for; null if more of the file has to come. */
export function refusalOf(scan: Scan, halt: Halt): Refusal | null {
  if (halt.refusal !== null) return halt.refusal
  const { text, limit, final } = scan
  if (halt.offset >= limit && !final) return null
  const before = text.slice(0, Math.min(halt.offset, limit))
  const { line, column } = placeBehind(scan.place, before)
  // At the end of the file the last character is named.
  const at = { line: String(line), column: String(Math.max(1, halt.offset >= limit ? column - 1 : column)) }
  return refuse(halt.code, halt.code === 'element-crowded' ? { ...at, most: String(fileLimits.xmlAttributes) } : at)
}
