import type { Block, Part } from '../model/document.ts'
import { compact, type Inline, plain } from '../model/inline.ts'
import type { SegmentStateName } from '../model/state.ts'

/** A unit that came back from another tool, as far as its translation goes. */
export interface ReturnedUnit {
  readonly id: string
  readonly parts: readonly ReturnedPart[]
}

/** A segment, or the white space between two. */
export interface ReturnedPart {
  readonly type: 'segment' | 'ignorable'
  /** Absent for white space, and for a segment that the other tool has made. */
  readonly id?: string
  readonly source: Inline
  /** Absent if there is none. */
  readonly target?: Inline
  readonly state?: SegmentStateName
}

/** The English of a segment, and how it stands. */
export interface Wording {
  readonly target: Inline
  readonly state: SegmentStateName
}

/**
 * What is wrong with a unit. `missing`: the document has it and what came back has not; `unknown`: the other way round;
 * `altered`: its source is another; `doubled`: it came back more than once.
 */
export interface UnitProblem {
  readonly type: 'missing' | 'unknown' | 'altered' | 'doubled'
  readonly unit: string
}

export interface Returned {
  /** The blocks, with the segments that came back for them. */
  readonly blocks: readonly Block[]
  /** By id of the segment. */
  readonly targets: ReadonlyMap<string, Wording>
  readonly problems: readonly UnitProblem[]
}

/**
 * Matches what came back with the blocks it was made from, by id and by the whole of the source. A unit that has a problem
 * gives no targets: nothing is guessed.
 */
export function matchReturned(blocks: readonly Block[], units: readonly ReturnedUnit[]): Returned {
  const byId = Map.groupBy(units, ({ id }) => id)
  const known = new Set(blocks.map(({ id }) => id))
  const targets = new Map<string, Wording>()
  const problems: UnitProblem[] = []
  const matched = blocks.map((block): Block => {
    const [unit, ...others] = byId.get(block.id) ?? []
    const type = problemOf(block, unit, others)
    if (type !== null || unit === undefined) {
      problems.push({ type: type ?? 'missing', unit: block.id })
      return block
    }
    const parts = unit.parts.map((part, at): Part => {
      if (part.type === 'ignorable') return { type: 'ignorable', source: plain(part.source) }
      const id = part.id ?? `${block.id}.n${at}`
      if (part.target !== undefined) targets.set(id, { target: part.target, state: part.state ?? 'initial' })
      return { type: 'segment', id, source: part.source }
    })
    return { ...block, parts }
  })
  for (const id of byId.keys()) if (!known.has(id)) problems.push({ type: 'unknown', unit: id })
  return { blocks: matched, targets, problems }
}

function problemOf(
  block: Block,
  unit: ReturnedUnit | undefined,
  others: readonly ReturnedUnit[],
): UnitProblem['type'] | null {
  if (unit === undefined) return 'missing'
  if (others.length > 0) return 'doubled'
  return sameText(sourceOf(block.parts), sourceOf(unit.parts)) ? null : 'altered'
}

function sourceOf(parts: readonly { readonly source: Inline | string }[]): Inline {
  return compact(parts.flatMap(({ source }) => source))
}

/** Whether two texts have the same words and the same codes in the same places. */
export function sameText(a: Inline, b: Inline): boolean {
  const shape = (inline: Inline) =>
    JSON.stringify(compact(inline).map((part) => (typeof part === 'string' ? part : [part.type, part.id])))
  return shape(a) === shape(b)
}
