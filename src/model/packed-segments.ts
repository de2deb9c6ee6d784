import type { Block } from './document.ts'
import type { Draft } from './draft.ts'
import { expectDefined } from './expect.ts'
import type { Inline } from './inline.ts'
import { namesOf } from './names.ts'
import { type SegmentState, type SegmentStateName, segmentStates } from './state.ts'
import type { Steps } from './steps.ts'

/** A text of segments in columns: most have no codes, and are a string. */
export type PackedText = string | Inline

/** Members of a segment that stand in no column. */
export type OtherMembers = { readonly [Member in keyof SegmentState]?: SegmentState[Member] | undefined }

/**
 * The segments of a document in columns, in reading order, beside its blocks, which have their ids and sources: a third
 * of what they are one by one, and quick to read. What is the same in many stands once.
 */
export interface PackedSegments {
  readonly targets: readonly PackedText[]
  /** A digit each: the place of its state in `segmentStates`. */
  readonly states: string
  readonly versions: readonly number[]
  /** Drafts without their targets, each once. */
  readonly drafts: readonly Omit<Draft, 'target'>[]
  /** The place of its draft among them for each segment; -1 for none. */
  readonly draftOf: readonly number[]
  /** By the number of the segment, from 0: the target of its draft where another stands in it. */
  readonly draftTargets: Readonly<Record<string, Inline>>
  /** By the number of the segment: whatever else it has. */
  readonly others: Readonly<Record<string, OtherMembers>>
}

/** Members that stand in columns or in the blocks. */
const inColumns: ReadonlySet<string> = new Set(['id', 'block', 'source', 'target', 'state', 'version', 'draft'])

/** Packs them, a segment a step. */
export function* packSteps(
  blocks: readonly Block[],
  segments: ReadonlyMap<string, SegmentState>,
): Steps<PackedSegments> {
  const targets: PackedText[] = []
  const versions: number[] = []
  const drafts: Omit<Draft, 'target'>[] = []
  const draftPlaces = new Map<string, number>()
  const draftOf: number[] = []
  const draftTargets: Record<string, Inline> = {}
  const others: Record<string, OtherMembers> = {}
  let states = ''
  for (const { id } of placesOf(blocks)) {
    const segment = expectDefined(segments.get(id), `segment ${id}`)
    const place = targets.length
    targets.push(packedText(segment.target))
    versions.push(segment.version)
    states += segmentStates.indexOf(segment.state)
    if (segment.draft === undefined) draftOf.push(-1)
    else {
      const { target, ...draft } = segment.draft
      const key = JSON.stringify(draft)
      const known = draftPlaces.get(key)
      if (known === undefined) {
        draftPlaces.set(key, drafts.length)
        drafts.push(draft)
      }
      draftOf.push(known ?? drafts.length - 1)
      if (!isSameText(target, segment.target)) draftTargets[place] = target
    }
    const more = othersOf(segment)
    if (more !== null) others[place] = more
    yield
  }
  return { targets, states, versions, drafts, draftOf, draftTargets, others }
}

/** The segments again, in reading order; what stands once is one value in all that have it. */
export function unpackSegments(blocks: readonly Block[], packed: PackedSegments): readonly SegmentState[] {
  return placesOf(blocks).map(({ id, block, source }, place) => {
    const target = unpackedText(expectDefined(packed.targets[place], 'a target'))
    const draft = packed.drafts[expectDefined(packed.draftOf[place], 'a draft')]
    const segment = {
      id,
      block,
      source,
      target,
      state: stateAt(packed.states, place),
      version: expectDefined(packed.versions[place], 'a version'),
      authors: none,
      waivers: none,
      comments: none,
      ...(draft && { draft: { ...draft, target: packed.draftTargets[place] ?? target } }),
    }
    const others = packed.others[place]
    // biome-ignore lint/plugin/no-cast: members of other segments were taken out of a segment, and none is undefined
    return others === undefined ? segment : ({ ...segment, ...others } as SegmentState)
  })
}

const none: readonly never[] = []

function stateAt(states: string, place: number): SegmentStateName {
  return expectDefined(segmentStates[Number(states[place])], 'a state')
}

function placesOf(
  blocks: readonly Block[],
): readonly { readonly id: string; readonly block: string; readonly source: Inline }[] {
  const places: { readonly id: string; readonly block: string; readonly source: Inline }[] = []
  for (const { id: block, parts } of blocks) {
    for (const part of parts) if (part.type === 'segment') places.push({ id: part.id, block, source: part.source })
  }
  return places
}

function packedText(text: Inline): PackedText {
  const [first, ...more] = text
  return typeof first === 'string' && first !== '' && more.length === 0 ? first : text.length === 0 ? '' : text
}

function unpackedText(text: PackedText): Inline {
  return typeof text !== 'string' ? text : text === '' ? none : [text]
}

function isSameText(a: Inline, b: Inline): boolean {
  const [one, other] = [packedText(a), packedText(b)]
  return one === other || JSON.stringify(a) === JSON.stringify(b)
}

/** What a segment has beside columns and beside empty lists; null for nothing. */
function othersOf(segment: SegmentState): OtherMembers | null {
  let others: Record<string, unknown> | null = null
  for (const name of namesOf(segment)) {
    const value = segment[name]
    if (inColumns.has(name) || value === undefined || isEmptyList(name, value)) continue
    others ??= {}
    others[name] = value
  }
  return others
}

/** Whether a member is one of the lists that every segment has, and empty: those that only some have are kept as they are. */
function isEmptyList(name: string, value: unknown): boolean {
  return (name === 'authors' || name === 'waivers' || name === 'comments') && Array.isArray(value) && value.length === 0
}
