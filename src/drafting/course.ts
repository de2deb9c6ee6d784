import type { Draft, DraftAttempt } from '../model/draft.ts'
import { plain } from '../model/inline.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Steps } from '../model/steps.ts'
import type { JudgedTarget } from './compliance.ts'
import type { DraftJob } from './job.ts'
import type { Judgement } from './judgement.ts'
import { nextRung, type Rung } from './ladder.ts'
import type { DocumentNames } from './names.ts'
import { protectionOf } from './protection.ts'

/** Segments with the same source, terms and style: asked for once, and drafted alike. */
export interface Group {
  readonly jobs: readonly [DraftJob, ...DraftJob[]]
  /** The best so far. */
  best: JudgedTarget | null
  attempts: readonly DraftAttempt[]
  /** Figures that a draft got wrong. */
  missed: readonly Quantity[]
  /** How often the present rung has left it out. */
  misses: number
}

/** Groups to ask for together, by one rung. */
export interface PlannedCall {
  readonly rung: Rung
  readonly at: number
  readonly groups: readonly Group[]
}

/**
 * Which groups are to be asked for next, and by which rung. A group climbs the ladder until its draft has no defect or
 * the ladder ends. Calls are as full as the engine takes them: groups that climbed wait until a call is full, or until
 * no more can join them.
 */
export interface Course {
  /** Groups that nothing is to be asked for: an earlier run ended their climb, or there is no rung. */
  readonly settled: readonly Group[]
  /** The next call that may start, or null. `isFree` tells whether an engine takes one more call. */
  next(isFree: (rung: Rung) => boolean): PlannedCall | null
  /** Puts the groups of a call that failed, or were left out of its answer, back to the front of their rung. */
  giveBack(at: number, groups: readonly Group[]): void
  /** Lets a group climb. Returns whether it has a rung left. */
  climb(at: number, group: Group): boolean
  /** To be called after every group of a call was given back, climbed or is done. */
  ended(call: PlannedCall): void
}

/**
 * The course of some jobs, made step by step. `earlier`: the judgements on the drafts that jobs have from an earlier run.
 * `names`: what is decided of the document.
 */
export function* courseSteps(
  jobs: readonly DraftJob[],
  ladder: readonly Rung[],
  { earlier, names }: { readonly earlier: ReadonlyMap<DraftJob, Judgement>; readonly names: DocumentNames },
): Steps<Course> {
  const waiting: Group[][] = ladder.map(() => [])
  const settled: Group[] = []
  for (const members of yield* membersSteps(jobs)) {
    const drafted = members.find((job) => earlier.has(job))
    const group = { jobs: members, ...stateOf(drafted?.draft, drafted && earlier.get(drafted)), misses: 0 }
    const from = group.best === null ? 0 : nextRung(ladder, group.attempts)
    const at = ladder.findIndex((rung, index) => index >= from && takes(rung, group, names))
    const queue = group.best?.judgement.defects.length === 0 ? undefined : waiting[at]
    ;(queue ?? settled).push(group)
    yield
  }
  return courseOf(ladder, waiting, settled, names)
}

function courseOf(
  ladder: readonly Rung[],
  waiting: readonly Group[][],
  settled: readonly Group[],
  names: DocumentNames,
): Course {
  const underWay = ladder.map(() => 0)

  /** Whether a group may still join those that wait at a rung. */
  const canGrow = (at: number) => ladder.some((_, below) => below < at && (waiting[below]?.length || underWay[below]))

  return {
    settled,
    next(isFree) {
      for (const [at, rung] of ladder.entries()) {
        const queue = waiting[at] ?? []
        if (queue.length === 0 || !isFree(rung)) continue
        const count = countOfCall(queue, rung, names)
        if (count === queue.length && !isFull(queue, rung, names) && canGrow(at)) continue
        underWay[at] = (underWay[at] ?? 0) + 1
        return { rung, at, groups: queue.splice(0, count) }
      }
      return null
    },
    giveBack: (at, groups) => void waiting[at]?.unshift(...groups),
    climb(at, group) {
      group.misses = 0
      // Without a draft there is nothing that another protection could do better.
      const next = ladder.findIndex(
        (rung, index) =>
          index > at && takes(rung, group, names) && (group.best !== null || rung.engine !== ladder[at]?.engine),
      )
      waiting[next]?.push(group)
      return next >= 0
    },
    ended({ at }) {
      underWay[at] = (underWay[at] ?? 0) - 1
    },
  }
}

type Members = [DraftJob, ...DraftJob[]]

/** The jobs of each source. */
function* membersSteps(jobs: readonly DraftJob[]): Steps<readonly Members[]> {
  const bySource = new Map<string, Members>()
  for (const job of jobs) {
    const known = bySource.get(job.source)
    if (known) known.push(job)
    else bySource.set(job.source, [job])
    yield
  }
  return [...bySource.values()]
}

/** Where an earlier run left a group, so that what it was answered is not asked for again. */
function stateOf(draft?: Draft, judgement?: Judgement): Pick<Group, 'best' | 'attempts' | 'missed'> {
  if (draft === undefined || judgement === undefined) return { best: null, attempts: [], missed: [] }
  return {
    best: { target: plain(draft.target), origin: draft.origin, judgement, glossary: draft.glossary, names: [] },
    attempts: draft.compliance.attempts ?? [],
    missed: judgement.defects.flatMap(({ figure }) => figure ?? []),
  }
}

/** More code points than protecting and escaping make of one of a source, its names among them; and one term's share. */
const mostOfOne = 20
const mostOfTerm = 100

/** Whether an engine takes a text of this length in any call. Most are so short that they need not be measured. */
function takes({ engine, means }: Rung, group: Group, names: DocumentNames): boolean {
  const { longest } = engine.limits
  const [{ source, terms }] = group.jobs
  const isShort = group.missed.length === 0 && (source.length + terms.length * mostOfTerm) * mostOfOne <= longest
  return isShort || protectionOf(group, means, names).codePoints <= longest
}

/** How many groups at the front of a queue fit into one call: at least one. */
function countOfCall(queue: readonly Group[], { engine: { limits }, means }: Rung, names: DocumentNames): number {
  let held = 0
  let count = 0
  for (const group of queue) {
    held += protectionOf(group, means, names).codePoints
    if (count > 0 && (count === limits.items || held > limits.codePoints)) break
    count += 1
  }
  return count
}

/** Whether a call of the whole queue could take no further segment of some length. */
function isFull(queue: readonly Group[], { engine: { limits }, means }: Rung, names: DocumentNames): boolean {
  const held = queue.reduce((sum, group) => sum + protectionOf(group, means, names).codePoints, 0)
  return queue.length >= limits.items || held >= limits.codePoints * 0.9
}
