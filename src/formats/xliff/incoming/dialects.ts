import type { SegmentStateName } from '../../../model/state.ts'
import { nameOf, nextOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn, attributesOf, type PlacedAttribute } from '../../xml/scan/nodes.ts'
import type { Dialect, Flavour } from '../view/flavour.ts'
import type { XliffSegment, XliffUnit } from '../view/units.ts'

/** What a file says of the state of a segment, and where. */
export interface StatedState {
  /** As written; empty where nothing is said. */
  readonly state: string
  /** Whether the tool that wrote the file keeps people from changing it. */
  readonly locked: boolean
}

/** An attribute of an element by its namespace and local name. */
function attributeNamed(index: XmlIndex, node: number, namespace: string, local: string): PlacedAttribute | undefined {
  return attributesOf(index, node).find(
    (attribute) => attribute.namespace === namespace && attribute.name.replace(/^.*:/, '') === local,
  )
}

const sdl = 'http://sdl.com/FileTypes/SdlXliff/1.0'
const memoq = 'MQXliff'
const memsource = 'http://www.memsource.com/mxlf/2.0'

/** What a dialect of XLIFF 1 says of segments beside `target@state`. */
interface Marks {
  read(index: XmlIndex, unit: XliffUnit, segment: XliffSegment): StatedState
}

const marks: Readonly<Partial<Record<Dialect, Marks>>> = {
  sdlxliff: {
    read(index, unit, segment) {
      const node = definitionOf(index, unit, segment)
      if (node === undefined) return { state: '', locked: false }
      return { state: attributeIn(index, node, 'conf') ?? '', locked: attributeIn(index, node, 'locked') === 'true' }
    },
  },
  mqxliff: {
    read(index, unit) {
      const value = (name: string) => attributeNamed(index, unit.node, memoq, name)?.value ?? ''
      return { state: value('status'), locked: value('locked') === 'locked' }
    },
  },
  mxliff: {
    read(index, unit) {
      const value = (name: string) => attributeNamed(index, unit.node, memsource, name)?.value ?? ''
      const confirmed = value('confirmed')
      const state = confirmed === '' || confirmed === '0' ? '' : 'confirmed'
      return { state, locked: value('locked') === 'true' }
    },
  },
}

/** Whether a tool has marks of its own for states. */
export function hasOwnStates({ dialect }: Flavour): boolean {
  return marks[dialect] !== undefined
}

/** The elements of a Trados file that define the segments of a unit (`sdl:seg` in `sdl:seg-defs`), by their number. */
const definitions = new WeakMap<XliffUnit, ReadonlyMap<string, number>>()

function definitionsOf(index: XmlIndex, unit: XliffUnit): ReadonlyMap<string, number> {
  const known = definitions.get(unit)
  if (known !== undefined) return known
  const byId = new Map<string, number>()
  for (let child = unit.node + 1; child < nextOf(index, unit.node); child = nextOf(index, child)) {
    const { namespace, local } = nameOf(index, child)
    if (namespace !== sdl || local !== 'seg-defs') continue
    for (let node = child + 1; node < nextOf(index, child); node = nextOf(index, node)) {
      const id = attributeIn(index, node, 'id') ?? ''
      if (nameOf(index, node).local === 'seg' && !byId.has(id)) byId.set(id, node)
    }
  }
  definitions.set(unit, byId)
  return byId
}

/** The element that defines a segment. */
function definitionOf(index: XmlIndex, unit: XliffUnit, { nodes }: XliffSegment): number | undefined {
  const mid = nodes.sourceMark === undefined ? undefined : attributeIn(index, nodes.sourceMark, 'mid')
  return mid === undefined ? undefined : definitionsOf(index, unit).get(mid)
}

/** What the file says of a segment: by its dialect, else `state`, else that the unit is approved. */
export function statedState(
  index: XmlIndex,
  { generation, dialect }: Flavour,
  unit: XliffUnit,
  segment: XliffSegment,
): StatedState {
  if (generation === 2) return { state: segment.state ?? '', locked: false }
  const { state, locked } = marks[dialect]?.read(index, unit, segment) ?? { state: '', locked: false }
  const approved = attributeIn(index, unit.node, 'approved') === 'yes' ? 'approved' : ''
  return { state: state || segment.state || approved, locked }
}

/** How our states are called in `target@state` of XLIFF 1.2 (§2.3). */
export const statesOfOne: Readonly<Record<SegmentStateName, string>> = {
  initial: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
}

/** Confirmation levels of Trados Studio (`ConfirmationLevel`). */
const confirmations: Readonly<Record<SegmentStateName, string>> = {
  initial: 'Draft',
  translated: 'Translated',
  reviewed: 'ApprovedTranslation',
  final: 'ApprovedSignOff',
}

/** Row statuses of memoQ. */
const statuses: Readonly<Record<SegmentStateName, string>> = {
  initial: 'PartiallyEdited',
  translated: 'ManuallyConfirmed',
  reviewed: 'Proofread',
  final: 'Proofread',
}

/** An attribute of an element to be set. */
export interface NewAttribute {
  readonly node: number
  /** As it is written. */
  readonly name: string
  readonly value: string
}

/** What a dialect of XLIFF 1 has to be changed for a segment to be in a state; nothing where it has `target@state` alone. */
export function dialectState(
  index: XmlIndex,
  { dialect }: Flavour,
  unit: XliffUnit,
  segment: XliffSegment,
  state: SegmentStateName,
): readonly NewAttribute[] {
  const onUnit = (namespace: string, local: string, value: string): readonly NewAttribute[] => {
    const present = attributeNamed(index, unit.node, namespace, local)
    return present === undefined ? [] : [{ node: unit.node, name: present.name, value }]
  }
  if (dialect === 'mqxliff') return onUnit(memoq, 'status', statuses[state])
  if (dialect === 'mxliff') return onUnit(memsource, 'confirmed', state === 'initial' ? '0' : levelOf(index))
  if (dialect !== 'sdlxliff') return []
  const node = definitionOf(index, unit, segment)
  return node === undefined ? [] : [{ node, name: 'conf', value: confirmations[state] }]
}

/** The step of the workflow that a file of Phrase is in: what is confirmed is confirmed in it. */
function levelOf(index: XmlIndex): string {
  return attributeNamed(index, 0, memsource, 'level')?.value ?? '1'
}
