import type { BroughtComment } from '../../model/document.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { ReturnedRow, ReturnedRows } from '../../ports/format.ts'
import { encodingNotices } from '../xml/decode.ts'
import { textIn } from '../xml/element.ts'
import type { XmlNode } from '../xml/tree.ts'
import { readXliff } from './codec.ts'
import { unescapeControls } from './controls.ts'
import { ownMetadataId } from './document.ts'
import { readMetadata, valueIn } from './metadata.ts'
import { readData } from './original-data.ts'
import { refsIn } from './read-comments.ts'
import { readInline } from './read-inline.ts'
import { coreOf, type File, isCore, type Note, type Segment, type Unit } from './tree.ts'

/**
 * The segments of a document that `toXliff` wrote, as another tool has left them. Refuses what `readXliff` refuses, and
 * with `file-not-ours` a file that does not say which document it is of, and of when.
 */
export function returnedRows(bytes: Uint8Array): ReturnedRows | Refusal {
  const xliff = readXliff(bytes)
  if (isRefusal(xliff)) return xliff
  const [file, second] = coreOf(xliff.root.content)
  const raw = (file?.content ?? []).filter((node): node is XmlNode => !isCore(node))
  const about = readMetadata(raw, ownMetadataId).find(({ category }) => category === 'document')
  const sequence = Number(valueIn(about, 'sequence') ?? '')
  const head = valueIn(about, 'head') ?? ''
  const document = file?.attributes.id
  if (file === undefined || second || document === undefined || !(sequence > 0) || head === '') {
    return refuse('return-not-ours')
  }
  const rows = unitsOf(file).flatMap(rowsOf)
  return { type: 'returned-rows', document, base: { sequence, head }, rows, notices: encodingNotices(bytes) }
}

function unitsOf(parent: { readonly content: File['content'] }): readonly Unit[] {
  return coreOf(parent.content).flatMap((node) =>
    node.type === 'unit' ? [node] : node.type === 'group' ? unitsOf(node) : [],
  )
}

function rowsOf(unit: Unit): readonly ReturnedRow[] {
  const elements = coreOf(unit.content)
  const data = readData(elements.find((node) => node.type === 'originalData'))
  const segments = elements.filter((node) => node.type === 'segment')
  const commentsOf = notesBySegment(unit, segments)
  return segments.flatMap((segment): readonly ReturnedRow[] => {
    const { id, state = 'initial' } = segment.attributes
    const [source, target] = (['source', 'target'] as const).map(
      (side) => coreOf(segment.content).find(({ type }) => type === side)?.content ?? [],
    )
    // A block without text has a segment that stands for nothing.
    if (id === undefined && source?.length === 0) return []
    return [
      {
        id: id ?? '',
        source: readInline(source ?? [], id ?? '', data),
        target: readInline(target ?? [], id ?? '', data),
        confirmed: state !== 'initial',
        authors: [],
        comments: commentsOf(segment),
      },
    ]
  })
}

/**
 * The notes of a unit by the segment that they are about: those that a mark or a reference ties to one, all others to the
 * first. Those that went out are told by the name that they had.
 */
function notesBySegment(unit: Unit, segments: readonly Segment[]): (segment: Segment) => readonly BroughtComment[] {
  const raw = unit.content.filter((node): node is XmlNode => !isCore(node))
  const comments = readMetadata(raw).filter(({ category }) => category === 'comment')
  const sent = new Map(comments.map((group) => [valueIn(group, 'note'), valueIn(group, 'name')]))
  const marked = new Map<string, Segment>()
  for (const segment of segments.toReversed()) {
    const { id } = segment.attributes
    if (id !== undefined) marked.set(`#${id}`, segment)
    for (const { content } of coreOf(segment.content)) for (const ref of refsIn(content)) marked.set(ref, segment)
  }
  const notes = coreOf(unit.content).flatMap((node) => (node.type === 'notes' ? coreOf(node.content) : []))
  const bySegment = Map.groupBy(notes, ({ attributes: { id, ref } }) => {
    return marked.get(`#n=${id}`) ?? marked.get(ref ?? '') ?? segments[0]
  })
  return (segment) =>
    (bySegment.get(segment) ?? []).map((note) => ({
      author: sent.get(note.attributes.id) ?? authorOf(note),
      text: unescapeControls(textIn(note.content)),
    }))
}

/** Tools name the author in an attribute of their own. */
function authorOf({ other }: Note): string {
  return other.find(({ name }) => /(?:^|:)(?:author|from|user|creator)$/i.test(name))?.value ?? ''
}
