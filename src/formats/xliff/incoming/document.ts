import { isChineseTag, isEnglishTag } from '../../../language/text/language-tags.ts'
import type { GivenPart, RawBlock } from '../../../model/document.ts'
import { fileLimits } from '../../../model/file-limits.ts'
import { type ImportNotice, notice } from '../../../model/import-notice.ts'
import { type Inline, isCode, plain } from '../../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import type { Imported, ReadOptions } from '../../../ports/format.ts'
import { scriptOf } from '../../../segmentation/script.ts'
import { encodingNotices } from '../../xml/decode.ts'
import type { XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn } from '../../xml/scan/nodes.ts'
import { ownMetadataId } from '../document.ts'
import { whenceIn } from '../one/whence.ts'
import { returnedRows } from '../returned-rows.ts'
import type { XliffUnit } from '../view/units.ts'
import { unitsOf, viewXliff, type XliffView } from '../view/view.ts'
import { broughtBy } from './brought.ts'
import { filesOf } from './files.ts'
import { incomingSegments } from './segments.ts'

/**
 * An XLIFF of any tool, 1.0 to 2.2, as a document: a block a unit, and its segments as the file has them, with their English
 * and its state, and their notes. Refuses what `viewXliff` refuses, a file whose source is not Chinese or whose target is
 * not English (unless of any language), and more text than other documents may have.
 */
export function readXliffDocument(bytes: Uint8Array, { filename, language = 'zh' }: ReadOptions): Imported | Refusal {
  const view = viewXliff(bytes)
  if (isRefusal(view)) return view
  const wrong = language === 'any' ? null : refusalOfLanguages(view)
  if (wrong) return wrong
  const read = readUnits(view, filename)
  if (isRefusal(read)) return read
  const { blocks, counts } = read
  const text = blocks.map((block) => plain(block.text)).join('\n')
  if (blocks.length === 0 && language !== 'any') return refuse('file-empty')
  const script = scriptOf(text)
  // A file that names its language is believed: units of resources can be a word or a number.
  if (script === 'not-chinese' && language === 'zh' && view.sourceLanguage === '') return refuse('file-not-chinese')
  const sent = documentSent(view)
  return {
    type: 'imported',
    blocks,
    notices: [
      ...encodingNotices(bytes),
      ...(script === 'traditional' ? [notice('traditional')] : []),
      ...noticesOf(counts),
    ],
    ...(sent !== null && { wentOutFrom: sent }),
  }
}

/** Every file in it names Chinese and English, or nothing. */
function refusalOfLanguages(view: XliffView): Refusal | null {
  for (const { sourceLanguage, targetLanguage } of filesOf(view)) {
    const isSource = sourceLanguage === '' || isChineseTag(sourceLanguage)
    const isTarget = targetLanguage === '' || isEnglishTag(targetLanguage)
    if (isSource && isTarget) continue
    return refuse('file-direction', { languages: [sourceLanguage, targetLanguage].filter(Boolean).join(' → ') })
  }
  return null
}

interface Counts {
  locked: number
  unsegmented: number
  matches: number
  drafts: number
}

interface ReadUnits {
  readonly type: 'read-units'
  readonly blocks: readonly RawBlock[]
  readonly counts: Counts
}

function readUnits(view: XliffView, filename: string): ReadUnits | Refusal {
  const { index, flavour } = view
  const blocks: RawBlock[] = []
  const counts: Counts = { locked: 0, unsegmented: 0, matches: 0, drafts: 0 }
  let characters = 0
  let sentences = 0
  for (const unit of unitsOf(view)) {
    const { segments, locked, unsegmented } = incomingSegments(index, flavour, unit)
    counts.locked += locked
    if (segments.length === 0) continue
    if (unsegmented) counts.unsegmented += 1
    const brought = broughtBy({ index, flavour, filename }, unit, segments)
    counts.matches += brought.matches
    const parts = segments.flatMap(({ source, after }, at): readonly GivenPart[] => {
      const { draft, comments } = brought.segments[at] ?? { draft: null, comments: [] }
      if (draft !== null) counts.drafts += 1
      const segment: GivenPart = { type: 'segment', source, brought: { draft, comments } }
      return after === '' ? [segment] : [segment, { type: 'ignorable', source: after }]
    })
    const text = inUnit(parts)
    characters += plain(text).length
    sentences += segments.length
    if (characters > fileLimits.characters) return refuse('text-too-large', { most: String(fileLimits.characters) })
    if (sentences > fileLimits.sentences) return refuse('file-too-long', { most: String(fileLimits.sentences) })
    blocks.push({ text, ...hintOf(index, unit), parts })
  }
  return { type: 'read-units', blocks, counts }
}

/** The text of a unit, neighbouring strings in one. */
function inUnit(parts: readonly GivenPart[]): Inline {
  const text: Inline[number][] = []
  for (const part of parts.flatMap(({ source }) => source)) {
    const last = text.at(-1)
    if (!isCode(part) && typeof last === 'string') text[text.length - 1] = last + part
    else text.push(part)
  }
  return text
}

/** What a unit says that it is: `restype` of XLIFF 1.2 (§2.3), `type` of XLIFF 2. */
function hintOf(index: XmlIndex, { node }: XliffUnit): Pick<RawBlock, 'hint' | 'level'> {
  const stated = attributeIn(index, node, 'restype') ?? attributeIn(index, node, 'type') ?? ''
  const kind = stated.replace(/^.*[-:]/, '').toLowerCase()
  const [, level] = /^h([1-6])$/.exec(kind) ?? []
  if (level !== undefined) return { hint: 'heading', level: Number(level) }
  if (kind === 'heading' || kind === 'title') return { hint: 'heading' }
  if (kind === 'cell' || kind === 'td' || kind === 'th') return { hint: 'cell' }
  if (kind === 'listitem' || kind === 'li') return { hint: 'item' }
  return kind === 'blockquote' ? { hint: 'quote' } : {}
}

function noticesOf({ locked, unsegmented, matches, drafts }: Counts): readonly ImportNotice[] {
  const counted = [
    ['english-brought', drafts],
    ['units-locked', locked],
    ['targets-undivided', unsegmented],
    ['matches-left', matches],
  ] as const
  return counted.flatMap(([code, count]) => (count === 0 ? [] : [notice(code, { count: String(count) })]))
}

/** Bytes in which the mark of our own files is looked for. */
const headLength = 8192

/** The id of the document that went out as this file; null for a file of any other tool. */
function documentSent(view: XliffView): string | null {
  const { bytes, flavour } = view
  if (flavour.generation === 1) return whenceIn(view)?.document ?? null
  const head = new TextDecoder().decode(bytes.subarray(0, headLength))
  if (!head.includes(`id="${ownMetadataId}"`)) return null
  const rows = returnedRows(bytes)
  return isRefusal(rows) ? null : rows.document
}
