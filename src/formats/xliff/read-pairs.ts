import { fileLimits } from '../../model/file-limits.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decodeXml } from '../xml/decode.ts'
import { attributeOf } from '../xml/element.ts'
import { parseXml, type XmlTag } from '../xml/parse.ts'

/** A source and its target as any XLIFF has them, without inline codes. A target that is not there is empty. */
export interface XliffPair {
  readonly id: string
  readonly source: string
  readonly target: string
}

/** The languages a file names (BCP 47; '' where it names none), and its pairs in order. */
export interface XliffPairs {
  readonly type: 'xliff-pairs'
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly pairs: readonly XliffPair[]
  /** Units and segments that are not to be translated (`translate="no"`), and therefore not among the pairs. */
  readonly locked: number
  readonly notices: readonly ImportNotice[]
}

const namespaces = /^urn:oasis:names:tc:xliff:document:(?:1\.[12]|2\.[0-2])$/
/** What stands in these is code of the original format, and no text (XLIFF 1.2 §2.3). */
const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it'])

/** What XML cannot write (XLIFF 2.1 §4.2.3.1); U+FFFD for what is no character at all. */
function characterOf(hex: string): string {
  const point = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY
  return String.fromCodePoint(point <= 0x10ffff ? point : 0xfffd)
}

/** One side of a unit: its text as a whole, and by segment where `mrk` says so (XLIFF 1.2 `mtype="seg"`). */
interface Side {
  text: string
  readonly segments: Map<string, string>
}

/** The element a side is written in. */
type SideName = 'source' | 'target' | 'seg-source'
type Sides = Readonly<Record<SideName, Side>>

const emptySide = (): Side => ({ text: '', segments: new Map() })
const emptySides = (): Sides => ({ source: emptySide(), target: emptySide(), 'seg-source': emptySide() })
const isSideName = (local: string): local is SideName => ['source', 'target', 'seg-source'].includes(local)

/** How far a file is read. */
interface Reading {
  /** The elements that are open, the outermost first. */
  readonly open: XmlTag[]
  readonly pairs: XliffPair[]
  locked: number
  /** Of each open element whether its text is to be translated, as it says or its parents do. */
  readonly translated: boolean[]
  languages: readonly [source: string, target: string]
  rootIsXliff: boolean
  unitId: string
  /** An id, else its number in the unit, counting from 1. */
  segmentId: string
  segmentsInUnit: number
  /** What was read of the unit, in XLIFF 2 of the segment, that is open. */
  sides: Sides
  /** The side that is open. */
  side: Side | null
  /** The number of open elements that hold code. */
  codeDepth: number
  /** The id of the segment that is marked in the side. */
  marked: string | null
}

/**
 * Reads what is to be compared from XLIFF 1.1, 1.2, 2.0, 2.1 and 2.2 of any tool: the sources and targets of units and
 * segments, not those of matches and alternatives. Ids are the unit's, with the segment's behind a slash. Refused: what
 * is not well-formed, a document type declaration with declarations of its own, any other kind of file.
 */
export function readXliffPairs(bytes: Uint8Array): XliffPairs | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return decoded
  const reading: Reading = {
    open: [],
    pairs: [],
    locked: 0,
    translated: [],
    languages: ['', ''],
    rootIsXliff: false,
    unitId: '',
    segmentId: '',
    segmentsInUnit: 0,
    sides: emptySides(),
    side: null,
    codeDepth: 0,
    marked: null,
  }
  const refusal = parseXml(decoded.text, 'outside', {
    open: (tag) => openElement(reading, tag),
    close: () => closeElement(reading),
    text: (words) => addText(reading, words),
  })
  if (refusal !== null) return refusal
  if (!reading.rootIsXliff) return refuse('file-format-unknown', { endings: '.xlf' })
  const [sourceLanguage, targetLanguage] = reading.languages
  const { pairs, locked } = reading
  return { type: 'xliff-pairs', sourceLanguage, targetLanguage, pairs, locked, notices: decoded.notices }
}

const isOfXliff = ({ namespace }: XmlTag) => namespace === '' || namespaces.test(namespace)
/** `translate` of a file, a group or a unit holds for what is in it (XLIFF 1.2 §2.2.1, 2.1 §4.3.1.30). */
function isTranslated({ translated }: Reading, tag: XmlTag): boolean {
  const stated = holdsUnits.has(tag.local) ? attributeOf(tag, 'translate') : undefined
  return stated === undefined ? (translated.at(-1) ?? true) : stated !== 'no'
}

const holdsUnits: ReadonlySet<string> = new Set(['file', 'group', 'unit', 'trans-unit'])
const holdsSides = (local: string) => local === 'segment' || local === 'trans-unit'

function openElement(reading: Reading, tag: XmlTag): Refusal | null {
  const parent = reading.open.at(-1)?.local ?? ''
  reading.open.push(tag)
  reading.translated.push(isTranslated(reading, tag))
  if (!isOfXliff(tag)) return null
  if (reading.pairs.length >= fileLimits.units) return refuse('units-too-many', { most: String(fileLimits.units) })
  const { local } = tag
  const attribute = (name: string) => attributeOf(tag, name) ?? ''
  if (reading.open.length === 1) {
    reading.rootIsXliff = local === 'xliff'
    reading.languages = [attribute('srcLang'), attribute('trgLang')]
  } else if (local === 'file' && attribute('source-language') !== '') {
    reading.languages = [attribute('source-language'), attribute('target-language')]
  } else if (local === 'unit' || local === 'trans-unit') {
    reading.unitId = attribute('id')
    reading.segmentsInUnit = 0
  } else if (local === 'segment') {
    reading.segmentsInUnit++
    reading.segmentId = attribute('id') || String(reading.segmentsInUnit)
  } else if (holdsSides(parent)) {
    if (isSideName(local)) reading.side = reading.sides[local]
  } else if (reading.side !== null) openInline(reading, reading.side, tag)
  return null
}

/** Code of the original format; what a revision has deleted, in the marks of Trados. */
function isUnread(tag: XmlTag): boolean {
  return codes.has(tag.local) || (tag.local === 'mrk' && attributeOf(tag, 'mtype') === 'x-sdl-deleted')
}

function openInline(reading: Reading, side: Side, tag: XmlTag): void {
  const { local } = tag
  if (isUnread(tag)) reading.codeDepth++
  if (local === 'mrk' && attributeOf(tag, 'mtype') === 'seg') {
    reading.marked = attributeOf(tag, 'mid') ?? ''
    side.segments.set(reading.marked, '')
  }
  if (local === 'cp') addText(reading, characterOf(attributeOf(tag, 'hex') ?? ''))
}

function closeElement(reading: Reading): void {
  const tag = reading.open.pop()
  const translated = reading.translated.pop()
  const parent = reading.open.at(-1)?.local ?? ''
  if (tag === undefined || !isOfXliff(tag)) return
  const { local } = tag
  if (translated === false && holdsSides(local)) {
    reading.locked++
    reading.sides = emptySides()
  } else if (local === 'segment') finishUnit(reading, `${reading.unitId}/${reading.segmentId}`)
  else if (local === 'trans-unit') finishUnit(reading, reading.unitId)
  else if (isSideName(local) && holdsSides(parent)) {
    reading.side = null
    reading.codeDepth = 0
    reading.marked = null
  } else if (reading.side !== null) {
    if (isUnread(tag)) reading.codeDepth--
    if (local === 'mrk' && attributeOf(tag, 'mtype') === 'seg') reading.marked = null
  }
}

function addText({ side, codeDepth, marked }: Reading, words: string): void {
  if (side === null || codeDepth > 0) return
  side.text += words
  if (marked !== null) side.segments.set(marked, (side.segments.get(marked) ?? '') + words)
}

/** Makes pairs of the sides read: one for each marked segment of the source, or one of the whole. */
function finishUnit(reading: Reading, id: string): void {
  const { source, target, 'seg-source': segmentedSource } = reading.sides
  const { segments } = segmentedSource.segments.size > 0 ? segmentedSource : source
  if (segments.size > 0) {
    for (const [mid, words] of segments) {
      reading.pairs.push({ id: `${id}/${mid}`, source: words, target: target.segments.get(mid) ?? '' })
    }
  } else if (source.text !== '' || target.text !== '') {
    reading.pairs.push({ id, source: source.text, target: target.text })
  }
  reading.sides = emptySides()
}
