import { segmentsOf } from '../../model/document.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, refuse } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { splitSegment } from '../../segmentation/resegment.ts'
import { refusalOfWork, type WorkRules, works } from '../assigned-only.ts'
import { nextIds } from '../segments.ts'
import { type Answer, collision } from './answer.ts'

/** How segments are split and joined. */

export function split(state: DocumentState, segment: SegmentState, base: number, at: number): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  const block = state.document.blocks.find(({ id }) => id === segment.block)
  if (block === undefined) return refuse('segment-unknown', { segment: segment.id })
  const [first = '', second = ''] = nextIds(state, block.id, 2)
  const parts = splitSegment(block, segment.id, at, [first, second])
  if (isRefusal(parts)) return parts
  return [{ type: 'segment-split', v: 1, segment: segment.id, at, into: [first, second] }]
}

export function join(
  state: DocumentState,
  segment: SegmentState,
  { base, nextBase }: { readonly base: number; readonly nextBase: number },
  actor: Pick<Person, 'id'>,
  rules: WorkRules,
): Answer {
  const block = state.document.blocks.filter(({ id }) => id === segment.block)
  const ids = segmentsOf({ blocks: block }).map(({ id }) => id)
  const next = ids[ids.indexOf(segment.id) + 1]
  const second = next === undefined ? undefined : state.segments.get(next)
  if (second === undefined) return refuse('join-not-neighbours', { segment: segment.id })
  const refusal =
    refusalOfWork(state, second.id, actor, works.wording, rules) ??
    collision(segment, base) ??
    collision(second, nextBase)
  if (refusal) return refusal
  if (block[0]?.given && !wereOne(state, segment.id, second.id)) return refuse('join-given', { segment: segment.id })
  const [into = ''] = nextIds(state, segment.block, 1)
  return [{ type: 'segments-joined', v: 1, segments: [segment.id, second.id], into }]
}

/** Whether two segments are the halves of one that was split. */
function wereOne({ tombstones }: DocumentState, first: string, second: string): boolean {
  return Object.values(tombstones).some((successors) => successors.includes(first) && successors.includes(second))
}
