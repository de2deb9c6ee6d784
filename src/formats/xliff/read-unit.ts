import { type Block, blockKinds, type Part } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import { segmentStates } from '../../model/state.ts'
import type { XmlNode } from '../xml/tree.ts'
import type { SegmentContents } from './contents.ts'
import { readDrafts } from './matches.ts'
import { type MetaGroup, readMetadata, valueIn } from './metadata.ts'
import { readData } from './original-data.ts'
import { readComments } from './read-comments.ts'
import { readInline } from './read-inline.ts'
import { coreOf, isCore, type Segment, type Unit } from './tree.ts'

export interface UnitContents {
  readonly block: Block
  /** By segment id. */
  readonly segments: ReadonlyMap<string, SegmentContents>
}

/** A unit that `writeUnit` wrote, possibly with segments split by another tool; `null` for any other. */
export function readUnit(unit: Unit): UnitContents | null {
  const raw = unit.content.filter((node): node is XmlNode => !isCore(node))
  const elements = coreOf(unit.content)
  const groups = readMetadata(raw)
  const { id } = unit.attributes
  const shape = shapeOf(groups.find(({ category }) => category === 'block'))
  if (id === undefined || !shape) return null

  const data = readData(elements.find((node) => node.type === 'originalData'))
  const drafts = readDrafts(raw)
  const notes = elements.flatMap((node) => (node.type === 'notes' ? coreOf(node.content) : []))
  const commentsOn = readComments(notes, groups)
  const idOf = numbering(
    id,
    elements.filter((node) => node.type === 'segment'),
  )
  const parts: Part[] = []
  const segments = new Map<string, SegmentContents>()
  for (const node of elements) {
    if (node.type !== 'segment' && node.type !== 'ignorable') continue
    const children = coreOf(node.content)
    const source = children.find((child) => child.type === 'source')
    const target = children.find((child) => child.type === 'target')
    if (!source) return null
    if (node.type === 'ignorable') {
      parts.push({ type: 'ignorable', source: plain(readInline(source.content, '_', data)) })
      continue
    }
    const segment = idOf(node)
    const state = segmentStates.find((name) => name === (node.attributes.state ?? 'initial'))
    if (segment === null) continue
    if (state === undefined || segments.has(segment)) return null
    const draft = drafts.get(segment)
    parts.push({ type: 'segment', id: segment, source: readInline(source.content, segment, data) })
    segments.set(segment, {
      target: target ? readInline(target.content, segment, data) : [],
      state,
      ...(draft && { draft }),
      comments: commentsOn([...source.content, ...(target?.content ?? [])]),
    })
  }
  return { block: { id, ...shape, parts }, segments }
}

/** The kind, level and speaker of a block, from its metadata. */
function shapeOf(group: MetaGroup | undefined): Pick<Block, 'kind' | 'level' | 'speaker' | 'given'> | null {
  const kind = blockKinds.find((candidate) => candidate === valueIn(group, 'kind'))
  const level = valueIn(group, 'level')
  const speaker = valueIn(group, 'speaker')
  if (kind === undefined || (level !== undefined && !/^-?\d{1,9}$/.test(level))) return null
  return {
    kind,
    ...(level !== undefined && { level: Number(level) }),
    ...(speaker !== undefined && { speaker }),
    ...(valueIn(group, 'given') === 'yes' && { given: true }),
  }
}

/**
 * The ids of a unit's segments: their own, or the next unused number for one that another tool has split off. `null` for
 * a segment that exists only because a unit needs one.
 */
function numbering(unit: string, segments: readonly Segment[]): (segment: Segment) => string | null {
  const numbers = segments.map(({ attributes: { id = '' } }) => Number(/\.s(\d{1,9})$/.exec(id)?.[1] ?? 0))
  let last = Math.max(0, ...numbers)
  const isEmpty = (segment: Segment) => coreOf(segment.content).every(({ content }) => content.length === 0)
  return (segment) => {
    if (segment.attributes.id !== undefined) return segment.attributes.id
    if (segments.length === 1 && isEmpty(segment)) return null
    last++
    return `${unit}.s${last}`
  }
}
