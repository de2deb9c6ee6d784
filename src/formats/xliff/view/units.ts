import { nameOf, nextOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn } from '../../xml/scan/nodes.ts'
import type { Flavour } from './flavour.ts'
import { isBlank, type Mark, marksIn, readableText } from './texts.ts'

/** A segment as its file has it. `source` and `target` are the texts that a reader sees, without inline codes. */
export interface XliffSegment {
  /** Unique in the file: see `docs/xliff.md`. */
  readonly id: string
  /** Its unit's id, and behind a slash its own where it has one; as written, unique or not. */
  readonly name: string
  readonly source: string
  /** Undefined where the file has no target for it. */
  readonly target: string | undefined
  /** As written (2.x `segment@state`, 1.2 `target@state`). */
  readonly state: string | undefined
  readonly nodes: SegmentNodes
}

/** Where a segment stands, as numbers of elements. */
export interface SegmentNodes {
  /** Its `source`, in XLIFF 1 the `seg-source` if there is one: a target that is missing goes behind it. */
  readonly source: number
  readonly target: number | undefined
  /** Its mark in that source, and in the target. */
  readonly sourceMark: number | undefined
  readonly targetMark: number | undefined
  /** In XLIFF 2 its `segment`. */
  readonly segment?: number
}

/** A unit as its file has it, with everything in it at hand: `elementOf(index, node)`. */
export interface XliffUnit {
  readonly type: 'unit'
  readonly id: string
  /** The number of its `file`, from 1. */
  readonly file: number
  /** Whether it is to be translated, as it states or what it is in. */
  readonly translate: boolean
  readonly node: number
  readonly segments: readonly XliffSegment[]
}

/** What holds for everything in a part of a file. */
export interface Surroundings {
  readonly file: number
  readonly translate: boolean
}

/** Gives a segment its id. */
export type Numbering = (file: number, name: string) => string

/** Ids that are unique in a file: the number of the file before that of the second, and how often the same was met. */
export function numbering(): Numbering {
  const taken = new Set<string>()
  const times = new Map<string, number>()
  const isNew = (id: string) => {
    const before = taken.size
    // A string made anew: a part of the text would keep all of it in memory.
    taken.add(`=${id}`)
    return taken.size > before
  }
  return (file, name) => {
    const first = file === 1 ? name : `${file}:${name}`
    if (isNew(first)) return first
    for (let time = times.get(first) ?? 2; ; time++) {
      const id = `${first}#${time}`
      times.set(first, time + 1)
      if (isNew(id)) return id
    }
  }
}

/** `translate` of a file, a group or a unit holds for what is in it (XLIFF 1.2 §2.2.1, 2.1 §4.3.1.30). */
export function translates(index: XmlIndex, node: number, outer: boolean): boolean {
  const stated = attributeIn(index, node, 'translate')
  return stated === undefined ? outer : stated !== 'no'
}

/** The unit at an element. */
export function unitAt(
  index: XmlIndex,
  node: number,
  flavour: Flavour,
  around: Surroundings,
  number: Numbering,
): XliffUnit {
  const id = attributeIn(index, node, 'id') ?? ''
  const reading = { index, flavour, unit: id, idOf: (name: string) => number(around.file, name) }
  const segments = flavour.generation === 2 ? segmentsIn(reading, node) : markedSegments(reading, node)
  return { type: 'unit', id, file: around.file, translate: translates(index, node, around.translate), node, segments }
}

interface Reading {
  readonly index: XmlIndex
  readonly flavour: Flavour
  /** The id of the unit. */
  readonly unit: string
  readonly idOf: (name: string) => string
}

/** The first element of a name of XLIFF directly in another. */
function childNamed({ index, flavour }: Reading, node: number, local: string): number | undefined {
  const end = nextOf(index, node)
  for (let child = node + 1; child < end; child = nextOf(index, child)) {
    const name = nameOf(index, child)
    if (name.local === local && name.namespace === flavour.namespace) return child
  }
  return undefined
}

/** The segments of a unit of XLIFF 2. */
function segmentsIn(reading: Reading, unit: number): readonly XliffSegment[] {
  const { index, flavour } = reading
  const segments: XliffSegment[] = []
  const end = nextOf(index, unit)
  let count = 0
  for (let node = unit + 1; node < end; node = nextOf(index, node)) {
    const { local, namespace } = nameOf(index, node)
    if (local !== 'segment' || namespace !== flavour.namespace) continue
    count++
    const source = childNamed(reading, node, 'source')
    if (source === undefined) continue
    const target = childNamed(reading, node, 'target')
    const name = `${reading.unit}/${attributeIn(index, node, 'id') || count}`
    segments.push({
      id: reading.idOf(name),
      name,
      source: readableText(index, source),
      target: target === undefined ? undefined : readableText(index, target),
      state: attributeIn(index, node, 'state'),
      nodes: { source, target, sourceMark: undefined, targetMark: undefined, segment: node },
    })
  }
  return segments
}

/** The segments of a unit of XLIFF 1: those marked in `seg-source`, else in `source`, else the unit as a whole. */
function markedSegments(reading: Reading, unit: number): readonly XliffSegment[] {
  const { index } = reading
  const whole = childNamed(reading, unit, 'source')
  if (whole === undefined) return []
  const segmented = childNamed(reading, unit, 'seg-source')
  const target = childNamed(reading, unit, 'target')
  const state = target === undefined ? undefined : attributeIn(index, target, 'state')
  const marked = segmented === undefined ? [] : marksIn(index, segmented)
  const source = segmented !== undefined && marked.length > 0 ? segmented : whole
  const sources = marked.length > 0 ? marked : marksIn(index, whole)
  if (sources.length === 0) {
    const nodes = { source: segmented ?? whole, target, sourceMark: undefined, targetMark: undefined }
    const text = target === undefined ? undefined : readableText(index, target)
    const name = reading.unit
    return [{ id: reading.idOf(name), name, source: readableText(index, whole), target: text, state, nodes }]
  }
  const targets = target === undefined ? [] : marksIn(index, target)
  const targetOf = pairing(targets)
  // The only segment of a unit has a target without marks for its own.
  const isUnmarked = sources.length === 1 && targets.length === 0 && target !== undefined && !isBlank(index, target)
  return sources.map(({ mid, node }) => {
    const targetMark = targetOf(mid)
    const targetText = isUnmarked ? target : targetMark
    const name = `${reading.unit}/${mid}`
    return {
      id: reading.idOf(name),
      name,
      source: readableText(index, node),
      target: targetText === undefined ? undefined : readableText(index, targetText),
      state,
      nodes: { source, target, sourceMark: node, targetMark },
    }
  })
}

/** The marks of a target by their number, the first of equal ones first. */
function pairing(marks: readonly Mark[]): (mid: string) => number | undefined {
  const left = new Map([...Map.groupBy(marks, ({ mid }) => mid)].map(([mid, list]) => [mid, list.values()]))
  return (mid) => left.get(mid)?.next().value?.node
}
