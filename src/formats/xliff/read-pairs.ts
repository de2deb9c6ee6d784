import { fileLimits } from '../../model/file-limits.ts'
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

const emptySide = (): Side => ({ text: '', segments: new Map() })

/**
 * Reads what is to be compared from XLIFF 1.1, 1.2, 2.0, 2.1 and 2.2 of any tool: the sources and targets of units and
 * segments, not those of matches and alternatives. Ids are the unit's, with the segment's behind a slash. Refused: what
 * is not well-formed, a document type declaration with declarations of its own, any other kind of file.
 */
export function readXliffPairs(bytes: Uint8Array): XliffPairs | Refusal {
  const text = decodeXml(bytes)
  if (isRefusal(text)) return text
  const open: XmlTag[] = []
  const pairs: XliffPair[] = []
  let languages: readonly [string, string] = ['', '']
  let known = false
  let unit = ''
  let counted = 0
  let segment = ''
  let source = emptySide()
  let target = emptySide()
  let seg = emptySide()
  let side: Side | null = null
  /** The number of open elements that hold code. */
  let inCode = 0
  let marked: string | null = null

  const own = ({ namespace }: XmlTag) => namespace === '' || namespaces.test(namespace)
  const parent = () => open.at(-2)?.local ?? ''
  const keep = (id: string) => {
    const whole = seg.segments.size > 0 ? seg : source
    if (whole.segments.size > 0) {
      for (const [mid, words] of whole.segments) {
        pairs.push({ id: `${id}/${mid}`, source: words, target: target.segments.get(mid) ?? '' })
      }
    } else if (source.text !== '' || target.text !== '') pairs.push({ id, source: source.text, target: target.text })
    source = emptySide()
    target = emptySide()
    seg = emptySide()
  }
  const say = (words: string) => {
    if (side === null || inCode > 0) return
    side.text += words
    if (marked !== null) side.segments.set(marked, (side.segments.get(marked) ?? '') + words)
  }

  const refusal = parseXml(text, 'outside', {
    open(tag) {
      open.push(tag)
      if (!own(tag)) return null
      if (pairs.length >= fileLimits.units) return refuse('units-too-many', { most: String(fileLimits.units) })
      const { local } = tag
      const attribute = (name: string) => attributeOf(tag, name) ?? ''
      if (open.length === 1) {
        known = local === 'xliff'
        languages = [attribute('srcLang'), attribute('trgLang')]
      } else if (local === 'file' && attribute('source-language') !== '') {
        languages = [attribute('source-language'), attribute('target-language')]
      } else if (local === 'unit' || local === 'trans-unit') {
        unit = attribute('id')
        counted = 0
      } else if (local === 'segment') {
        counted++
        segment = attribute('id') || String(counted)
      } else if (parent() === 'segment' || parent() === 'trans-unit') {
        if (local === 'source') side = source
        else if (local === 'target') side = target
        else if (local === 'seg-source') side = seg
      } else if (side !== null) {
        if (codes.has(local)) inCode++
        if (local === 'mrk' && attribute('mtype') === 'seg') {
          marked = attribute('mid')
          side.segments.set(marked, '')
        }
        if (local === 'cp') say(characterOf(attribute('hex')))
      }
      return null
    },
    close() {
      const tag = open.at(-1)
      const above = parent()
      open.pop()
      if (tag === undefined || !own(tag)) return
      const { local } = tag
      if (local === 'segment') keep(`${unit}/${segment}`)
      else if (local === 'trans-unit') keep(unit)
      else if (['source', 'target', 'seg-source'].includes(local) && ['segment', 'trans-unit'].includes(above)) {
        side = null
        inCode = 0
        marked = null
      } else if (side !== null) {
        if (codes.has(local)) inCode--
        if (local === 'mrk' && attributeOf(tag, 'mtype') === 'seg') marked = null
      }
    },
    text: say,
  })
  if (refusal !== null) return refusal
  if (!known) return refuse('file-format-unknown', { endings: '.xlf' })
  return { type: 'xliff-pairs', sourceLanguage: languages[0], targetLanguage: languages[1], pairs }
}
