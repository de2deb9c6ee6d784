import type { Block, Document } from '../../model/document.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { indented } from '../xml/indent.ts'
import { writeXml, type XmlElement, type XmlNode } from '../xml/tree.ts'
import { readXliff, toXmlElement } from './codec.ts'
import type { SegmentContents, XliffContents, XliffExport } from './contents.ts'
import { escapeControls } from './controls.ts'
import { coreNamespaces, textual } from './elements.ts'
import { glossaryNamespace } from './glossary.ts'
import { asId } from './ids.ts'
import { matchesNamespace } from './matches.ts'
import { metadataNamespace, readMetadata, valueIn, writeMetadata } from './metadata.ts'
import { readUnit } from './read-unit.ts'
import { sections } from './sections.ts'
import { coreOf, type File, isCore, type Unit, type Xliff } from './tree.ts'
import { writeUnit } from './write-unit.ts'

/** The refusal of an XLIFF that this programme did not write. */
const foreign = refuse('file-format-unknown', { endings: '.xlf' })

/** The id of the metadata at the file, by which our files are recognised. */
export const ownMetadataId = 'duizhao'
const [core = ''] = coreNamespaces

/**
 * A document as XLIFF 2.1: file = document, group = section or question and answer, unit = block, segment = sentence.
 * Terms met go into the glossary module, the raw draft and the memory's offers into the matches module, comments into
 * notes, and what XLIFF has no place for into the metadata module. A character that XML cannot write goes out as
 * `<cp>` in text, and escaped with a backslash elsewhere. `fromXliff` gives the same document back.
 */
export function toXliff(from: XliffExport): string {
  const { document } = from.state
  const { id, title, origin, blocks } = document
  const { sequence, head } = from.state
  const about = {
    category: 'document',
    entries: [
      ['title', title],
      ['format', origin.format],
      ['filename', origin.filename],
      ['sha256', origin.sha256],
      // What came back is compared with the document as it was then.
      ['sequence', String(sequence)],
      ['head', head],
    ],
  } as const
  const units = (list: readonly Block[]) => list.map((block) => writeUnit(block, from))
  const file: File = {
    type: 'file',
    prefix: '',
    attributes: { id: asId(id), original: escapeControls(origin.filename), canResegment: 'no' },
    other: [{ name: 'xml:space', namespace: 'http://www.w3.org/XML/1998/namespace', value: 'preserve' }],
    content: [...writeMetadata([about], ownMetadataId), ...sections(blocks, units)],
  }
  const root: Xliff = {
    type: 'xliff',
    prefix: '',
    attributes: { version: '2.1', srcLang: document.sourceLanguage, trgLang: document.targetLanguage },
    other: [
      declaration('xmlns', core),
      declaration('xmlns:mtc', matchesNamespace),
      declaration('xmlns:gls', glossaryNamespace),
      declaration('xmlns:mda', metadataNamespace),
    ],
    content: [file],
  }
  const isText = (element: XmlElement) => element.namespace === core && textual.has(element.local)
  return writeXml({ type: 'xml', before: [], root: indented(toXmlElement(root, core), isText), after: [] })
}

function declaration(name: string, value: string) {
  return { name, namespace: 'http://www.w3.org/2000/xmlns/', value }
}

/**
 * Reads back what `toXliff` wrote, even if another tool has translated it or split its segments since. Refuses what
 * `readXliff` refuses, and with `file-format-unknown` an XLIFF that this programme did not write.
 */
export function fromXliff(bytes: Uint8Array): XliffContents | Refusal {
  const xliff = readXliff(bytes)
  if (isRefusal(xliff)) return xliff
  const { srcLang, trgLang } = xliff.root.attributes
  const [file, second] = coreOf(xliff.root.content)
  const raw = (file?.content ?? []).filter((node): node is XmlNode => !isCore(node))
  const about = readMetadata(raw, ownMetadataId).find(({ category }) => category === 'document')
  const id = file?.attributes.id
  const languages = (srcLang === 'zh-CN' || srcLang === 'zh-TW') && trgLang === 'en'
  if (!file || second || !about || id === undefined || !languages) return foreign

  const blocks: Block[] = []
  const segments = new Map<string, SegmentContents>()
  const seen = new Set<string>()
  for (const unit of unitsOf(file)) {
    const contents = readUnit(unit)
    if (!contents || seen.has(contents.block.id)) return foreign
    seen.add(contents.block.id)
    blocks.push(contents.block)
    for (const [segment, about] of contents.segments) {
      if (segments.has(segment)) return foreign
      segments.set(segment, about)
    }
  }
  const origin = {
    format: valueIn(about, 'format') ?? '',
    filename: valueIn(about, 'filename') ?? '',
    sha256: valueIn(about, 'sha256') ?? '',
  }
  const title = valueIn(about, 'title') ?? ''
  const document: Document = { id, title, sourceLanguage: srcLang, targetLanguage: trgLang, origin, blocks }
  return { type: 'xliff-contents', document, segments }
}

/** Units in reading order, those inside groups included. */
function unitsOf(parent: { readonly content: File['content'] }): readonly Unit[] {
  return coreOf(parent.content).flatMap((node) =>
    node.type === 'unit' ? [node] : node.type === 'group' ? unitsOf(node) : [],
  )
}
