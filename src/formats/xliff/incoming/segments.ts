import { type Inline, plain } from '../../../model/inline.ts'
import { endOf, nameOf, nextOf, startOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn } from '../../xml/scan/nodes.ts'
import type { Flavour } from '../view/flavour.ts'
import { readableText } from '../view/texts.ts'
import type { XliffSegment, XliffUnit } from '../view/units.ts'
import { statedState } from './dialects.ts'
import { type MarkedText, type Reading, readMarked, unindented } from './inline.ts'

/** A segment of a file as a document has it. */
export interface IncomingSegment {
  readonly segment: XliffSegment
  readonly source: Inline
  /** Undefined where the file has none. */
  readonly target: Inline | undefined
  /** What the file calls its state. */
  readonly state: string
  /** White space between this segment and the next; empty behind the last. */
  readonly after: string
  /** The markup of the codes of the source, then of those that only the target has. */
  readonly markup: MarkedText['markup']
  /** Line breaks and indents around the source, which its target has as well. */
  readonly around: readonly [string, string]
}

/** The segments of a unit that people are asked about, and how many there are beside that are locked. */
export interface IncomingUnit {
  readonly segments: readonly IncomingSegment[]
  readonly locked: number
  /** Whether its target has English that is not divided as its source is, so that it belongs to no segment. */
  readonly unsegmented: boolean
}

/**
 * The segments of a unit: those that are to be translated and have text. One that a tool has locked, or that has nothing but
 * codes, is not asked about and stays as it is.
 */
export function incomingSegments(index: XmlIndex, flavour: Flavour, unit: XliffUnit): IncomingUnit {
  if (!unit.translate) return { segments: [], locked: Math.max(1, unit.segments.length), unsegmented: false }
  const reading: Reading = { index, flavour, data: originalData(index, unit.node) }
  const segments: IncomingSegment[] = []
  let locked = 0
  for (const segment of unit.segments) {
    const { state, locked: isLocked } = statedState(index, flavour, unit, segment)
    const { source, sourceMark } = segment.nodes
    const marked = readMarked(reading, sourceMark ?? source)
    const { inline, around } = unindented(marked.inline)
    if (plain(inline).trim() === '') continue
    if (isLocked) {
      locked += 1
      continue
    }
    const node = targetNode(segment)
    const written = node === undefined ? undefined : readMarked(reading, node)
    segments.push({
      segment,
      source: inline,
      target: written && unindented(written.inline).inline,
      state,
      after: '',
      markup: new Map([...(written?.markup ?? []), ...marked.markup]),
      around,
    })
  }
  const spaced = segments.map((segment, at) => ({ ...segment, after: gapAfter(index, segment, segments[at + 1]) }))
  return { segments: spaced, locked, unsegmented: isUnsegmented(index, unit) }
}

/** The element that holds the target of a segment. */
function targetNode({ nodes, target }: XliffSegment): number | undefined {
  if (target === undefined) return undefined
  return nodes.targetMark ?? nodes.target
}

function isUnsegmented(index: XmlIndex, { segments }: XliffUnit): boolean {
  const [first] = segments
  if (first === undefined || segments.length === 1 || first.nodes.sourceMark === undefined) return false
  const { target } = first.nodes
  return target !== undefined && segments.every(({ nodes }) => nodes.targetMark === undefined) && hasText(index, target)
}

function hasText(index: XmlIndex, node: number): boolean {
  return readableText(index, node).trim() !== ''
}

/** The white space between two neighbours: what stands between their marks, or in the `ignorable`s between them. */
function gapAfter(index: XmlIndex, here: IncomingSegment, next: IncomingSegment | undefined): string {
  if (next === undefined) return ''
  const [mark, nextMark] = [here.segment.nodes.sourceMark, next.segment.nodes.sourceMark]
  if (mark !== undefined && nextMark !== undefined) {
    const between = index.text.slice(endOf(index, mark), startOf(index, nextMark))
    return /^\s*$/.test(between) ? between : ''
  }
  let gap = ''
  const last = next.segment.nodes.source
  for (let node = here.segment.nodes.source + 1; node < last; node++) {
    if (nameOf(index, node).local !== 'ignorable') continue
    const source = node + 1
    if (source < last && nameOf(index, source).local === 'source') gap += readableText(index, source)
  }
  return /^\s*$/.test(gap) ? gap : ''
}

/** The original data of a unit of XLIFF 2 by its id (2.1 §4.2.2.8). */
function originalData(index: XmlIndex, unit: number): (id: string) => string {
  const end = nextOf(index, unit)
  let byId: Map<string, string> | undefined
  return (id) => {
    if (id === '') return ''
    byId ??= new Map(
      [...childrenOf(index, unit, end)]
        .filter((child) => nameOf(index, child).local === 'originalData')
        .flatMap((data) => [...childrenOf(index, data, nextOf(index, data))])
        .map((data) => [attributeIn(index, data, 'id') ?? '', readableText(index, data)]),
    )
    return byId.get(id) ?? ''
  }
}

/** The elements directly in another. */
export function* childrenOf(index: XmlIndex, parent: number, end = nextOf(index, parent)): Generator<number> {
  for (let child = parent + 1; child < end; child = nextOf(index, child)) yield child
}
