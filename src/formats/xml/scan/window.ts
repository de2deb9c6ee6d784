import { isRefusal, type Refusal } from '../../../model/refusal.ts'
import { kinds, space } from './characters.ts'
import { Halt, refusalOf, type Scan } from './scan.ts'
import { readEndTag, readStartTag } from './tags.ts'
import { behindCharacter, behindPlainName, behindSpace, behindText, behindWords, offsetOf } from './tokens.ts'

const exclamation = 0x21
const slash = 0x2f
const lessThan = 0x3c
const greaterThan = 0x3e
const question = 0x3f
const openingBracket = 0x5b
const minus = 0x2d

/**
 * Reads on to the end of the window, or to the last token that is complete in it. What does not conform to XML 1.0 and
 * its namespaces is refused with its place.
 */
export function scanWindow(scan: Scan): Refusal | null {
  try {
    if (scan.first && scan.at === 0 && scan.text.charCodeAt(0) === 0xfeff) scan.at = 1
    while (scan.at < scan.limit) readToken(scan)
    if (scan.final && (scan.open.length > 0 || !scan.rootSeen)) throw new Halt(scan.limit)
    return null
  } catch (error) {
    if (!(error instanceof Halt)) throw error
    const refusal = refusalOf(scan, error)
    return isRefusal(refusal) ? refusal : null
  }
}

function readToken(scan: Scan): void {
  const { text, at } = scan
  if (text.charCodeAt(at) !== lessThan) readText(scan)
  else {
    const code = text.charCodeAt(at + 1)
    if (code === slash) readEndTag(scan)
    else if (code === question) readInstruction(scan)
    else if (code === exclamation) readDeclared(scan)
    else readStartTag(scan)
  }
}

function readText(scan: Scan): void {
  const { text, at: from, sink } = scan
  if (scan.open.length === 0) {
    scan.at = behindSpace(scan, from)
    if (scan.at < scan.limit && text.charCodeAt(scan.at) !== lessThan) throw new Halt(scan.at)
    return
  }
  const to = behindText(scan, from)
  sink.text?.(from, to)
  scan.at = to
}

/** The declaration of XML (production 23), its version any of 1.x, read as 1.0. */
const declaration =
  /^\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/

function readInstruction(scan: Scan): void {
  const { text, at: start, sink } = scan
  const targetEnd = behindPlainName(scan, start + 2)
  const target = text.slice(start + 2, targetEnd)
  const behind = text.charCodeAt(targetEnd)
  if (behind !== question && ((kinds[behind] ?? 0) & space) === 0) throw new Halt(targetEnd)
  const end = offsetOf(scan, targetEnd, '?>')
  if (behind === question && end !== targetEnd) throw new Halt(targetEnd)
  if (target.toLowerCase() === 'xml') {
    const isFirst = scan.first && /^\ufeff?$/.test(text.slice(0, start))
    if (target !== 'xml' || !isFirst || !declaration.test(text.slice(targetEnd, end))) throw new Halt(end + 1)
  } else sink.instruction?.(start + 2, end)
  scan.at = end + 2
}

function readDeclared(scan: Scan): void {
  const { text, at: start, sink } = scan
  const code = text.charCodeAt(start + 2)
  if (code === minus) {
    const from = behindWords(scan, start + 2, '--')
    const to = offsetOf(scan, from, '--')
    const end = behindCharacter(scan, to + 2, greaterThan)
    sink.comment?.(from, to)
    scan.at = end
  } else if (code === openingBracket) {
    const from = behindWords(scan, start + 2, '[CDATA[')
    if (scan.open.length === 0) throw new Halt(from - 1)
    const to = offsetOf(scan, from, ']]>')
    sink.cdata?.(from, to)
    scan.at = to + 3
  } else readDoctype(scan, behindWords(scan, start + 2, 'DOCTYPE'))
}

/** Skips a document type declaration that names a file and declares nothing itself. */
function readDoctype(scan: Scan, from: number): void {
  const { text } = scan
  if (scan.doctypeSeen || scan.rootSeen) throw new Halt(from - 1)
  if (scan.doctype === 'refused') throw new Halt(from - 1, 'file-unsafe')
  let at = behindSpace(scan, from)
  if (at === from) throw new Halt(at)
  for (;;) {
    const [mark = ''] = /["'[>]/.exec(text.slice(at)) ?? []
    if (mark === '') throw new Halt(scan.limit)
    at = offsetOf(scan, at, mark) + 1
    if (mark === '[') throw new Halt(at - 1, 'file-unsafe')
    if (mark === '>') break
    at = offsetOf(scan, at, mark) + 1
  }
  scan.doctypeSeen = true
  scan.at = at
}
